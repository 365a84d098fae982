using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Files;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Proof.Drills;

/// <summary>
/// Breaks things under a steady stream of requests and tells what users would have seen, outlet by outlet. Only for control planes that
/// are there for nothing else.
/// </summary>
/// <param name="apiservers">Clients speak to the last one; webhook replicas watch the first.</param>
/// <param name="ns">An existing namespace to create in.</param>
public sealed class DrillRun(IReadOnlyList<Apiserver> apiservers, MadeObjects made, IFaults faults, string run, string ns, TimeProvider time)
{
    /// <summary>Verdicts that are not right by then count as never right again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunMarks _marks = new(run);

    private Apiserver Asked => apiservers[^1];

    /// <summary>Does every drill in every outlet, one after another.</summary>
    /// <param name="given">Objects that requests are looked for among, before edge cases.</param>
    /// <exception cref="ProofException">The rule cannot be drilled, or does not come into force.</exception>
    public async Task<IReadOnlyList<DrillResult>> Run(
        RuleSet rules, IReadOnlyList<FileObject> given, IReadOnlyList<Drill> drills, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var rule = RequestSearch.Drillable(rules);
        var results = drills.ToDictionary(drill => drill, _ => new List<OutletResult>());
        var timeout = TimeSpan.FromSeconds((rule.Spec.Webhook ?? new RuleWebhook()).TimeoutSeconds);
        DrillRequests? requests = null;
        var kept = made.Count;
        foreach (var setup in DrillSetup.All)
        {
            progress.Report(new ComparisonProgress($"drills: putting {rule.Metadata.Name} in force ({setup.Outlet})", 0, null));
            await PutInForce(setup, rule, rules.Exceptions, ct);
            requests ??= await RequestSearch.Find(Asked, rule, given, setup.Mark(_marks), ns, ct);
            foreach (var drill in drills)
            {
                foreach (var (outlet, mark) in Outlets(drill, setup))
                {
                    results[drill].Add(await One(drill, outlet, mark, requests, timeout, progress, ct));
                }
            }

            await made.RemoveAllAfter(kept, time);
            await setup.Canary(_marks).Gone(apiservers, ns, time, ct);
        }

        return [.. results.Select(entry => new DrillResult(entry.Key.Name, entry.Key.Title, entry.Key.How, entry.Value))];
    }

    private IEnumerable<(DrillOutlet Outlet, Mark Mark)> Outlets(Drill drill, DrillSetup setup) => drill.Fault == Fault.CostOverBudget
        ? setup.Budget.Select(outlet => (outlet, DrillSetup.BudgetMark(_marks, outlet)))
        : [(setup.Outlet, setup.Mark(_marks))];

    private async Task PutInForce(DrillSetup setup, AdmissionRule rule, IReadOnlyList<RuleException> exceptions, CancellationToken ct)
    {
        foreach (var marked in setup.Rules(_marks, rule, exceptions))
        {
            await OutletObjects.Create(made, marked, time, ct);
        }

        await setup.Canary(_marks).InForce(apiservers, ns, time, ct);
    }

    private async Task<OutletResult> One(Drill drill, DrillOutlet outlet, Mark mark, DrillRequests requests, TimeSpan timeout, IProgress<ComparisonProgress> progress, CancellationToken ct)
    {
        var (begin, budget) = (time.GetTimestamp(), drill.Fault == Fault.CostOverBudget);
        var stream = new DrillStream(Asked.Client.Transport, mark, budget ? BudgetRule.Within(ns) : requests, TimeSpan.FromSeconds(1 / drill.Pace), time, begin);
        using var end = new CancellationTokenSource();
        var sending = stream.Run(end.Token, ct);
        try
        {
            Tell("before");
            if (!await stream.Steady(Patience, ct))
            {
                throw new ProofException($"{drill.Name}, {outlet}: verdicts were wrong before anything was broken. The last: {stream.Samples.LastOrDefault(sample => !sample.IsRight).Text}");
            }

            Tell("broken");
            var struck = time.GetElapsedTime(begin);
            stream.Requests = budget ? BudgetRule.Beyond(ns) : requests;
            await faults.Strike(drill.Fault, ct);
            var left = struck + drill.Lasts(timeout) - time.GetElapsedTime(begin);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, ct);
            Tell("mending");
            var healed = time.GetElapsedTime(begin);
            stream.Requests = budget ? BudgetRule.Within(ns) : requests;
            await faults.Heal(drill.Fault, ct);
            await stream.Steady(Patience, ct);
            await end.CancelAsync();
            await sending;
            return Timeline.Of(outlet, stream.Samples, struck, healed, drill.Pace);
        }
        finally
        {
            await end.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Tell(string state) => progress.Report(new ComparisonProgress($"drill {drill.Name}, {outlet}: {state}", 0, null));
    }
}
