namespace Daytwo.Embedded.Schema;

/// <summary>Why a field is refused. The names are those the API prints as a cause's reason, after <c>FieldValue</c>.</summary>
internal enum FieldErrorType
{
    NotFound,
    Required,
    Duplicate,
    Invalid,
    NotSupported,
    Forbidden,
    TooLong,
    TooMany,
    TooFew,
    TypeInvalid,
    TooShort,
}
