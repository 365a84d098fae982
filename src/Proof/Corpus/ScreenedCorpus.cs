using System.Collections.Concurrent;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Corpus;

/// <summary>
/// Generated cases of which most get as far as rules: which changes an API takes is learned from it, by dry runs that no rule under test
/// sees, for a schema does not tell everything that makes an object valid.
/// </summary>
internal sealed class ScreenedCorpus
{
    private static readonly IReadOnlySet<EdgeChange> None = new HashSet<EdgeChange>();

    private readonly IReadOnlyList<(CaseStream Stream, IReadOnlySet<EdgeChange> Taken)> _streams;

    private ScreenedCorpus(IReadOnlyList<(CaseStream, IReadOnlySet<EdgeChange>)> streams) => _streams = streams;

    /// <param name="send">Tells what the API makes of a request without the rule.</param>
    /// <param name="tried">Told of each request.</param>
    public static async Task<ScreenedCorpus> Of(
        IReadOnlyList<CaseStream> streams, Func<CorpusItem, CancellationToken, Task<Answer>> send, int concurrency, Action tried, CancellationToken ct)
    {
        var screened = new List<(CaseStream, IReadOnlySet<EdgeChange>)>();
        foreach (var stream in streams)
        {
            screened.Add((stream, stream.Cases is { } cases ? await Taken(stream, cases, send, concurrency, tried, ct) : None));
        }

        return new ScreenedCorpus(screened);
    }

    /// <summary>As many requests as are asked for, of all streams in turn; fewer when there are no more. The same each time.</summary>
    public IEnumerable<CorpusItem> Generate(int count)
    {
        var streams = _streams.Select(screened => screened.Stream.Generate(screened.Taken).GetEnumerator()).ToList();
        for (var made = 0; made < count && streams.Count > 0;)
        {
            foreach (var stream in streams.ToList())
            {
                if (made == count)
                {
                    break;
                }

                if (stream.MoveNext())
                {
                    made++;
                    yield return stream.Current;
                }
                else
                {
                    streams.Remove(stream);
                }
            }
        }
    }

    private static async Task<IReadOnlySet<EdgeChange>> Taken(
        CaseStream stream, EdgeCases cases, Func<CorpusItem, CancellationToken, Task<Answer>> send, int concurrency, Action tried, CancellationToken ct)
    {
        var taken = new ConcurrentBag<EdgeChange>();
        await Parallel.ForEachAsync(cases.Changes, new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = ct }, async (change, token) =>
        {
            var answer = await send(stream.Item(cases.With(change)), token);
            tried();
            if (answer.Kind == AnswerKind.Admitted)
            {
                taken.Add(change);
            }
        });
        return taken.ToHashSet<EdgeChange>(ReferenceEqualityComparer.Instance);
    }
}
