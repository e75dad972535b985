"use strict";
document.documentElement.classList.add("scripted");
const FEW = 10;
const form = document.querySelector("form");
const groups = [...document.querySelectorAll("main > details")];
const status = document.querySelector("#shown");

function fits(article) {
  const { family, severity } = article.dataset;
  const words = form.operation.value.trim().toLowerCase();
  return (
    (!form.family.value || form.family.value === family) &&
    (!form.severity.value || form.severity.value === severity) &&
    (!words || article.textContent.toLowerCase().includes(words))
  );
}

function filter() {
  const { family, severity, operation } = form;
  const narrowed = family.value || severity.value || operation.value.trim();
  let count = 0;
  for (const group of groups) {
    let any = false;
    for (const article of group.querySelectorAll("article")) {
      const fit = fits(article);
      article.hidden = !fit;
      any ||= fit;
      count += fit;
    }
    group.hidden = !any;
  }
  const seen = groups.filter((group) => !group.hidden);
  if (narrowed && seen.length <= FEW) for (const group of seen) group.open = true;
  status.textContent = `${count} change${count === 1 ? "" : "s"} shown`;
}

function follow() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const group = target && target.closest("main > details");
  if (group) {
    if (target.hidden) {
      form.reset();
      filter();
    }
    group.open = true;
    target.scrollIntoView();
  }
}

function step(by) {
  const seen = groups.filter((group) => !group.hidden);
  const here = seen.findIndex((group) => group.contains(document.activeElement));
  const next = seen[Math.min(Math.max(here + by, 0), seen.length - 1)];
  if (next) next.querySelector("summary").focus();
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", follow);
addEventListener("keydown", (event) => {
  if (event.target.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") {
    event.preventDefault();
    form.operation.focus();
  }
});
filter();
follow();
