using Daytwo.Embedded.Api;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Watching;

/// <summary>All open watches: starts them where they ask, feeds them changes and bookmarks, ends them in time.</summary>
/// <param name="gate">The lock under which the API works; timers take it.</param>
internal sealed class WatchHub(ClusterState state, Lock gate) : IDisposable
{
    private static readonly TimeSpan BookmarkInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWatch = TimeSpan.FromMinutes(45);
    private readonly Dictionary<WatchStream, (Watcher Watcher, ITimer Bookmarks, ITimer End)> open = [];

    public int Count => open.Count;

    /// <summary>Opens a watch; what it must tell first is in the stream already.</summary>
    public Answer<Stream> Open(ResourceRequest request, ListOptions options, Accepted representation)
    {
        var collection = request.Kind.Collection;
        var events = new WatchEventWriter(request.Kind, representation, request.Query["includeObject"], state.Clock);
        var watcher = new Watcher(collection, request.Namespace, options, events, new WatchStream(Close));
        if (options.Version > state.Store.Revision)
        {
            watcher.Fail(Refusals.TooLargeVersion(options.Version.Value, state.Store.Revision));
            return watcher.Stream;
        }

        if (options.Version is > 0 and var since && since < state.Store.CompactedRevision && !options.SendInitialEvents)
        {
            watcher.Fail(Refusals.TooOld(since, state.Store.CompactedRevision));
            return watcher.Stream;
        }

        Catch(watcher, options, collection);
        Add(watcher, options.Timeout ?? LongestWatch);
        return watcher.Stream;
    }

    public void Tell(Change change)
    {
        foreach (var (watcher, _, _) in open.Values)
        {
            watcher.Tell(change);
        }
    }

    /// <summary>Ends every watch, as a server that stops or is unplugged does.</summary>
    public void EndAll()
    {
        foreach (var stream in open.Keys.ToList())
        {
            End(stream);
        }
    }

    public void Dispose() => EndAll();

    private void Catch(Watcher watcher, ListOptions options, string collection)
    {
        if (options.Version is > 0 and var since && !options.SendInitialEvents)
        {
            foreach (var change in state.Store.ChangesAfter(since, collection))
            {
                watcher.Tell(change);
            }

            return;
        }

        watcher.SendPresent(state.Store.List(collection));
        if (options is { SendInitialEvents: true, Bookmarks: true })
        {
            watcher.Bookmark(state.Store.Revision, initialEventsEnd: true);
        }
    }

    private void Add(Watcher watcher, TimeSpan lasts)
    {
        var stream = watcher.Stream;
        var bookmarks = state.Clock.CreateTimer(_ => Bookmark(watcher), null, BookmarkInterval, BookmarkInterval);
        var end = state.Clock.CreateTimer(_ => Expire(stream), null, lasts, Timeout.InfiniteTimeSpan);
        open.Add(stream, (watcher, bookmarks, end));
    }

    private void Bookmark(Watcher watcher)
    {
        lock (gate)
        {
            if (watcher.Bookmarks && open.ContainsKey(watcher.Stream))
            {
                watcher.Bookmark(state.Store.Revision);
            }
        }
    }

    private void Expire(WatchStream stream)
    {
        lock (gate)
        {
            End(stream);
        }
    }

    private void Close(WatchStream stream)
    {
        lock (gate)
        {
            End(stream);
        }
    }

    private void End(WatchStream stream)
    {
        if (open.Remove(stream, out var watch))
        {
            watch.Bookmarks.Dispose();
            watch.End.Dispose();
            watch.Watcher.End();
        }
    }
}
