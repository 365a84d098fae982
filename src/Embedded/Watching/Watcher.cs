using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Watching;

/// <summary>One open watch: which changes concern it, and what it tells of them.</summary>
/// <param name="ns">The namespace watched; null for all.</param>
internal sealed class Watcher(string collection, string? ns, ListOptions options, WatchEventWriter events, WatchStream stream)
{
    private bool ended;

    public WatchStream Stream => stream;

    public bool Bookmarks => options.Bookmarks;

    /// <summary>Tells the present objects as added.</summary>
    public void SendPresent(IEnumerable<StoredObject> objects)
    {
        foreach (var present in objects.Where(Selects))
        {
            Send(events.Object("ADDED", present.Value));
        }
    }

    /// <summary>Tells a change, as it looks through the selectors.</summary>
    public void Tell(Change change)
    {
        if (change.Collection != collection || (ns is not null && change.Object.Namespace != ns))
        {
            return;
        }

        var before = change.Previous is not null && Selects(change.Previous);
        var after = change.Type != ChangeType.Deleted && Selects(change.Object);
        if (after)
        {
            Send(events.Object(before ? "MODIFIED" : "ADDED", change.Object.Value));
        }
        else if (before)
        {
            Send(events.Object("DELETED", change.Type == ChangeType.Deleted ? change.Object.Value : Vanished(change)));
        }
    }

    public void Bookmark(long revision, bool initialEventsEnd = false) => Send(events.Bookmark(revision, initialEventsEnd));

    public void Fail(Fault fault)
    {
        Send(WatchEventWriter.Error(fault.ToStatus()));
        End();
    }

    public void End()
    {
        if (!ended)
        {
            ended = true;
            stream.End();
        }
    }

    private bool Selects(StoredObject stored) =>
        (ns is null || stored.Namespace == ns) && options.Fields.Matches(stored.Value) && options.Labels.Matches(stored.Value);

    /// <summary>An object that left the selection: as it was in it, under the version that took it out.</summary>
    private static JsonObject Vanished(Change change)
    {
        var last = change.Previous!.Value.Clone();
        last.Metadata()["resourceVersion"] = change.Revision.ToString(CultureInfo.InvariantCulture);
        return last;
    }

    private void Send(byte[] line)
    {
        if (!ended && !stream.Append(line))
        {
            End();
        }
    }
}
