using System.Globalization;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Selectors;

namespace Daytwo.Embedded.Reading;

/// <summary>The options of a list or watch.</summary>
/// <param name="Version">The asked resourceVersion; null when none is.</param>
internal sealed record ListOptions(LabelSelector Labels, FieldSelector Fields, long Limit, string Continue, long? Version)
{
    private static readonly string[] Matches = ["Exact", "NotOlderThan", ""];
    private static readonly FieldPath MatchField = new("resourceVersionMatch");

    /// <summary>Whether the list must be as of <see cref="Version"/>, not merely as new.</summary>
    public bool Exact { get; private init; }

    public bool Watch { get; private init; }

    public bool Bookmarks { get; private init; }

    /// <summary>Whether a watch begins with the present objects and tells when it told them all.</summary>
    public bool SendInitialEvents { get; private init; }

    /// <summary>How long a watch lasts; null for the server's choice.</summary>
    public TimeSpan? Timeout { get; private init; }

    public static Answer<ListOptions> Parse(ResourceRequest request)
    {
        var query = request.Query;
        var watch = query.Flag("watch");
        if (LabelSelector.Parse(query["labelSelector"]).Refused(out var labels, out var fault)
            || FieldSelectorParser.Parse(query["fieldSelector"], request.Kind).Refused(out var fields, out fault))
        {
            return fault;
        }

        if (Number(query["limit"], out var limit) is { } limitFault)
        {
            return limitFault;
        }

        if (Number(query["timeoutSeconds"], out var timeout) is { } timeoutFault)
        {
            return timeoutFault;
        }

        if (Check(query, watch) is { Length: > 0 } errors)
        {
            return Refusals.InvalidOptions("ListOptions", errors);
        }

        return ReadVersion(query["resourceVersion"], watch, out var version) is { } versionFault ? versionFault
            : new ListOptions(labels, fields, Math.Max(0, limit), query["continue"], version)
            {
                Exact = query["resourceVersionMatch"] == "Exact",
                Watch = watch,
                Bookmarks = query.Flag("allowWatchBookmarks"),
                SendInitialEvents = query.Flag("sendInitialEvents"),
                Timeout = timeout > 0 ? TimeSpan.FromSeconds(timeout) : null,
            };
    }

    private static FieldError[] Check(QueryParameters query, bool watch) =>
        query.Has("sendInitialEvents") ? CheckInitialEvents(query, watch) : query["resourceVersionMatch"].Length == 0 ? [] : CheckMatch(query, watch);

    private static FieldError[] CheckInitialEvents(QueryParameters query, bool watch) =>
        !watch ? [FieldError.Forbidden(new FieldPath("sendInitialEvents"), "sendInitialEvents is forbidden for list")]
        : query["resourceVersionMatch"] == "NotOlderThan" ? []
        : [FieldError.Forbidden(MatchField, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")];

    private static FieldError[] CheckMatch(QueryParameters query, bool watch)
    {
        var match = query["resourceVersionMatch"];
        if (watch)
        {
            var forbidden = FieldError.Forbidden(MatchField, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
            return match == "NotOlderThan" ? [forbidden] : [forbidden, FieldError.NotSupported(MatchField, match, ["NotOlderThan"])];
        }

        return query["resourceVersion"].Length == 0
            ? [FieldError.Forbidden(MatchField, "resourceVersionMatch is forbidden unless resourceVersion is provided")]
            : query["continue"].Length > 0 ? [FieldError.Forbidden(MatchField, "resourceVersionMatch is forbidden when continue is provided")]
            : !Matches.Contains(match) ? [FieldError.NotSupported(MatchField, match, Matches)]
            : match == "Exact" && query["resourceVersion"] == "0"
                ? [FieldError.Forbidden(MatchField, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")] : [];
    }

    private static Fault? Number(string text, out long number)
    {
        number = 0;
        return text.Length == 0 || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? null
            : Refusals.BadRequest($"strconv.ParseInt: parsing {GoText.Quote(text)}: invalid syntax");
    }

    private static Fault? ReadVersion(string text, bool watch, out long? version)
    {
        version = null;
        if (text.Length == 0)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            version = number;
            return null;
        }

        var problem = $"resourceVersion: Invalid value: {GoText.Quote(text)}: strconv.ParseUint: parsing {GoText.Quote(text)}: invalid syntax";
        return watch ? new Fault(500, "", problem) : Refusals.BadRequest("invalid resource version: " + problem);
    }
}
