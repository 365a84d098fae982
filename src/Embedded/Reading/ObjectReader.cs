using System.Globalization;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Reading;

/// <summary>Reads single objects and pages of lists.</summary>
internal sealed class ObjectReader(ClusterState state)
{
    private const string TokenTooOld =
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue "
        + "parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided "
        + "token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was "
        + "returned and now may show up in the list.";

    public Answer<StoredObject> Get(ResourceRequest request)
    {
        var version = request.Query["resourceVersion"];
        if (long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > state.Store.Revision)
        {
            return Refusals.TooLargeVersion(asked, state.Store.Revision);
        }

        return Find(request.Kind, request.Namespace, request.ObjectName);
    }

    public Answer<StoredObject> Find(KindDefinition kind, string? ns, string name) =>
        state.Store.Get(kind.Collection, ns, name) is { } found ? found : Refusals.NotFound(kind, name);

    public Answer<ListPage> List(ResourceRequest request, ListOptions options)
    {
        if (Start(options).Refused(out var start, out var fault))
        {
            return fault;
        }

        var candidates = state.Store.ListAt(request.Kind.Collection, start.Revision)
            .Where(o => (request.Namespace is null || o.Namespace == request.Namespace) && string.CompareOrdinal(TokenKey(request, o), start.After) > 0)
            .Where(o => options.Fields.Matches(o.Value) && options.Labels.Matches(o.Value));
        if (options.Limit == 0)
        {
            return new ListPage([.. candidates], start.Revision, "", null);
        }

        var objects = candidates.ToList();
        if (objects.Count <= options.Limit)
        {
            return new ListPage(objects, start.Revision, "", null);
        }

        var page = objects.Take((int)options.Limit).ToList();
        var selected = options.Labels.Requirements.Count + options.Fields.Requirements.Count > 0;
        return new ListPage(page, start.Revision, new ContinueToken(start.Revision, TokenKey(request, page[^1])).ToString(),
            selected ? null : objects.Count - page.Count);
    }

    /// <summary>Tokens hold the key below what the request already names.</summary>
    private static string TokenKey(ResourceRequest request, StoredObject last) => request.Namespace is null ? last.Key : last.Name;

    private Answer<ContinueToken> Start(ListOptions options)
    {
        if (options.Continue.Length > 0)
        {
            return Resume(options);
        }

        if (options.Version > state.Store.Revision)
        {
            return Refusals.TooLargeVersion(options.Version.Value, state.Store.Revision);
        }

        if (!options.Exact)
        {
            return new ContinueToken(state.Store.Revision, "");
        }

        return options.Version < state.Store.CompactedRevision
            ? Refusals.Expired("The resourceVersion for the provided list is too old.") : new ContinueToken(options.Version!.Value, "");
    }

    private Answer<ContinueToken> Resume(ListOptions options)
    {
        if (options.Version is > 0)
        {
            return Refusals.BadRequest("specifying resource version is not allowed when using continue");
        }

        var (token, problem) = ContinueToken.Parse(options.Continue);
        if (token is null)
        {
            return Refusals.BadRequest("invalid continue token: " + problem);
        }

        if (token.Revision < 0)
        {
            return token with { Revision = state.Store.Revision };
        }

        return token.Revision >= state.Store.CompactedRevision ? token
            : Refusals.Expired(TokenTooOld) with { Continue = (token with { Revision = -1 }).ToString() };
    }
}
