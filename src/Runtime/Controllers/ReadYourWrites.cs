using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Informers;

namespace Daytwo.Runtime.Controllers;

/// <summary>Waits until every informer that can show a write shows it.</summary>
internal static class ReadYourWrites
{
    /// <summary>Whether there is nothing to wait for.</summary>
    public static bool AreVisible(IReadOnlyList<OwnWrite> writes, IReadOnlyList<IInformer> informers)
    {
        foreach (var write in writes)
        {
            foreach (var informer in informers)
            {
                var shows = write.ResourceVersion is { } version && ResourceVersion.HasReached(informer.Visibility.Seen, version);
                if (!shows && informer.Covers(write.Type, write.Key.NamespaceOrNull))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Calls back once all of the writes are visible; perhaps at once, on the caller's thread.</summary>
    public static void WhenVisible(IReadOnlyList<OwnWrite> writes, IReadOnlyList<IInformer> informers, Action visible)
    {
        var countdown = new Countdown(visible);
        foreach (var write in writes)
        {
            foreach (var informer in informers)
            {
                if (informer.Covers(write.Type, write.Key.NamespaceOrNull))
                {
                    countdown.Add();
                    Await(informer, write, countdown.Signal);
                }
            }
        }

        countdown.Signal();
    }

    private static void Await(IInformer informer, OwnWrite write, Action signal)
    {
        if (write.ResourceVersion is { } version)
        {
            informer.Visibility.WhenSeen(version, signal);
        }
        else
        {
            informer.WhenDeletionSeen(write.Key, write.Uid, signal);
        }
    }

    /// <summary>Starts at one, so that it cannot end before all were added.</summary>
    private sealed class Countdown(Action ended)
    {
        private int _left = 1;

        public void Add() => Interlocked.Increment(ref _left);

        public void Signal()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                ended();
            }
        }
    }
}
