using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Kubernetes.Results;

/// <summary>What a request came to: a value, or the API's refusal as a value. Transport failures are exceptions instead.</summary>
public readonly record struct ApiResult<T>(T? Value, ApiError? Error, IReadOnlyList<string> Warnings)
{
    /// <summary>True with the value when the API did what was asked.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded([MaybeNullWhen(false)] out T value)
    {
        value = Value;
        return Error is null;
    }

    /// <summary>The value; a refusal becomes an <see cref="ApiErrorException"/>, for callers to whom any refusal is a bug.</summary>
    public T Required() => Error is null ? Value! : throw new ApiErrorException(Error);
}
