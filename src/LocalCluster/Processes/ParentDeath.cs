using System.Collections.Concurrent;

namespace Daytwo.LocalCluster.Processes;

/// <summary>
/// Ties children to the life of this process. The kernel's parent-death signal belongs to the thread that forked, so
/// every child is forked on one thread that lasts as long as the process.
/// </summary>
internal static class ParentDeath
{
    private static readonly BlockingCollection<Action> Work = [];

    static ParentDeath() => new Thread(() =>
    {
        foreach (var action in Work.GetConsumingEnumerable())
        {
            action();
        }
    })
    { IsBackground = true, Name = "daytwo-children" }.Start();

    /// <summary>util-linux' <c>setpriv</c>, or null where there is none.</summary>
    public static string? Wrapper { get; } = Array.Find(["/usr/bin/setpriv", "/bin/setpriv"], File.Exists);

    public static T OnLastingThread<T>(Func<T> start)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(start());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task.GetAwaiter().GetResult();
    }
}
