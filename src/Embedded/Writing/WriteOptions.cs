using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Writing;

/// <summary>The options of a create, update or patch.</summary>
/// <param name="DryRun">Everything happens but the write itself.</param>
/// <param name="Manager">Who owns the fields written.</param>
/// <param name="Force">Whether an apply takes fields from other managers.</param>
internal sealed record WriteOptions(bool DryRun, string Manager, FieldValidation Validation, bool Force)
{
    private static readonly string[] Levels = ["", "Ignore", "Strict", "Warn"];

    /// <param name="optionsKind">What errors call the options, such as <c>CreateOptions</c>.</param>
    /// <param name="apply">Whether this is a server-side apply.</param>
    public static Answer<WriteOptions> Parse(ResourceRequest request, string optionsKind, bool apply = false)
    {
        var query = request.Query;
        var errors = new List<FieldError>();
        if (apply && query["fieldManager"].Length == 0)
        {
            errors.Add(new(FieldErrorType.Required, "fieldManager", null, "is required for apply patch"));
        }

        if (!apply && optionsKind == "PatchOptions" && query.Has("force"))
        {
            errors.Add(new(FieldErrorType.Forbidden, "force", null, "may not be specified for non-apply patch"));
        }

        if (query["fieldManager"].Length > 128)
        {
            errors.Add(new(FieldErrorType.TooLong, "fieldManager", null, "may not be more than 128 bytes"));
        }

        if (!TryDryRun(query, out var dryRun, out var error))
        {
            errors.Add(error!);
        }

        if (!Levels.Contains(query["fieldValidation"]))
        {
            errors.Add(FieldError.NotSupported(new FieldPath("fieldValidation"), query["fieldValidation"], Levels));
        }

        if (errors.Count > 0)
        {
            return Refusals.InvalidOptions(optionsKind, [.. errors]);
        }

        var validation = Enum.TryParse<FieldValidation>(query["fieldValidation"], out var level) ? level : FieldValidation.Warn;
        return new WriteOptions(dryRun, Owner(request), validation, query.Flag("force"));
    }

    /// <summary>Reads <c>dryRun</c>, whose only value is <c>All</c>.</summary>
    public static bool TryDryRun(QueryParameters query, out bool dryRun, out FieldError? error)
    {
        var values = query.All("dryRun").Where(v => v.Length > 0).ToArray();
        dryRun = values.Length > 0;
        var listed = string.Join(",", values.Select(GoText.Quote));
        error = values.All(v => v == "All") ? null : new(FieldErrorType.NotSupported, "dryRun", $"[{listed}]", "supported values: \"All\"");
        return error is null;
    }

    private static string Owner(ResourceRequest request)
    {
        var named = request.Query["fieldManager"];
        return named.Length > 0 ? named : request.Caller.UserAgent.Split('/')[0];
    }
}
