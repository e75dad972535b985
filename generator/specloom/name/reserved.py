"""Names that Python or generated code needs for itself."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ARGUMENTS",
    "ATTRIBUTES",
    "CONSTANTS",
    "CONSTRUCTOR",
    "ERRORS",
    "EXPORTS",
    "FIELDS",
    "HEADERS",
    "KEYWORDS",
    "METHODS",
    "MODULES",
    "RESOURCES",
    "SHADOWS",
    "TOP_LEVEL",
    "TYPES",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


KEYWORDS: Final = _words("""
    False None True and as assert async await break class continue def del elif else except
    finally for from global if import in is lambda nonlocal not or pass raise return try
    while with yield __debug__
    """)
"""Of Python 3.11 to 3.14. Soft keywords (`match`, `type`) are names like any other."""

BUILTINS: Final = _words("""
    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr
    classmethod compile complex delattr dict dir divmod enumerate eval exec filter float
    format frozenset getattr globals hasattr hash help hex id input int isinstance
    issubclass iter len list locals map max memoryview min next object oct open ord pow
    print property range repr reversed round set setattr slice sorted staticmethod str sum
    super tuple type vars zip
    """)
"""Written out, for they differ between versions of Python."""

ARGUMENTS: Final = KEYWORDS | BUILTINS | _words("""
    self options content_type additional_properties models operations errors
    """)
FIELDS: Final = KEYWORDS | _words(
    "str int float bool bytes list dict object dt field quoted additional_properties"
)
"""What annotations of the same class name; `id` and `type` are fine."""

HEADERS: Final = KEYWORDS | _words("deviations every get items keys pairs values")
"""What header fields have beside those that a document describes."""

METHODS: Final = KEYWORDS | _words(
    "builtins deprecated described detailed dt models operations streamed"
)
"""A resource's own attributes start with `_`."""
SHADOWS: Final = _words("models dt builtins")
"""Modules that annotations of a resource's methods name: a method must not hide them."""
CONSTANTS: Final = _words("ENVELOPE UNSET UUID T T_co TYPE_CHECKING")

ATTRIBUTES: Final = KEYWORDS | _words("""
    aclose answer base_url call close environment max_retries options preload request send stream
    perform property streaming timeout transport with_options with_response
    """)
MODULES: Final = KEYWORDS | _words("""
    client models aux con nul prn com1 com2 com3 com4 com5 com6 com7 com8 com9
    lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
    """)
"""`aio/client.py` stands beside the resources, `tests/test_models.py` beside their tests.

Windows has no files called `con`.
"""

CONSTRUCTOR: Final = KEYWORDS | _words("""
    self environment base_url timeout max_retries transport options strict middleware
    on_deviation
    """)

TYPES: Final = _words("""
    False None True
    Annotated Any AnyOf BaseException BinaryIO Callable ClassVar Decimal Exception File
    Generic IO Iterable Iterator JsonValue Literal Mapping Model Never OneOf OpenModel
    Optional Path Requires Secret Sequence Text Type TypeAlias TypeVar Union UnixTime UnknownVariant UnsetType
    UUID UNSET
    """)
"""What `models.py` imports, and what a reader of an annotation takes for Python's."""

RESOURCES: Final = TYPES | _words("""
    ApiKey AsyncClient AsyncIterator AsyncMiddleware AsyncResource AsyncTransport Basic
    Bearer ByteStream Client Credential EventStream HttpScheme ItemStream Middleware MutualTLS OAuth2 OnDeviation Options Resource Scheme Server
    Signature Transport
    """)

EXPORTS: Final = _words("""
    ApiResponse AsyncHttpTransport ClientCredentials DescribedResponse Headers HttpTransport OAuthToken
    AsyncTracing Password RefreshToken Request Response Signer Timeout Tracing
    """)
"""What a package exports beside its clients."""

ERRORS: Final = _words("""
    ApiError ApiStatusError ArithmeticError AssertionError AttributeError BaseException
    BlockingIOError BrokenPipeError BufferError ChildProcessError ConfigurationError
    ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
    DecodeError WaitError EOFError EnvelopeError FileExistsError FileNotFoundError FloatingPointError
    ImportError IndentationError IndexError InterruptedError IsADirectoryError KeyError
    LookupError MemoryError MissingCredentialError ModuleNotFoundError NameError
    NotADirectoryError NotImplementedError OSError OutcomeUnknownError OverflowError
    PermissionError ProcessLookupError RecursionError ReferenceError RequestError
    RuntimeError SignatureError SyntaxError SystemError TabError TimeoutError TokenError TransportError TypeError
    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
    UnicodeTranslateError ValueError ZeroDivisionError
    """)
"""The runtime's classes, and Python's, which callers catch beside them."""

TOP_LEVEL: Final = KEYWORDS | _words("""
    aifc annotationlib anyio asynchat asyncore audioop build certifi cgi cgitb chunk
    compression crypt distutils docs h11 httpcore httpcore2 httpx httpx2 idna imghdr imp
    lib2to3 mailcap msgspec msilib nis nntplib ossaudiodev pathlib pipes pkg_resources
    setuptools smtpd sndhdr sniffio spwd src sunau telnetlib tests uu xdrlib
    """)
"""Beside `sys.stdlib_module_names`: modules that other versions of Python have, what a
package depends on, and folders that its project has."""
