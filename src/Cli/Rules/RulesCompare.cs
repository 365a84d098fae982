using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Crds.Admission;
using Daytwo.LocalCluster;
using Daytwo.Proof;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Drills;
using Daytwo.Proof.Files;
using Daytwo.Proof.Measuring;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules compare</c>.</summary>
internal static class RulesCompare
{
    private const int DefaultGenerated = 1000;
    private const int DefaultConcurrency = 16;

    public static Command Create(Surroundings around)
    {
        var (cluster, rules, output) = (new ClusterOptions(), new RuleOptions(), CommonOptions.Output());
        var local = new Option<bool>("--local") { Description = "Start a control plane on this machine for it: etcd, two kube-apiservers, controller-manager, scheduler" };
        var servers = new Option<string[]>("--apiserver") { Description = "Address of an apiserver of the cluster; repeat it to compare on each (default: the kubeconfig's)", HelpName = "URL" };
        var objects = new Option<string[]>("--objects") { Description = "File or folder of objects to replay; may be repeated", HelpName = "FILE" };
        var live = NumberOption.Count("--live", "Replay so many of the cluster's own objects of each resource");
        var generated = NumberOption.Count("--generate", $"Edge cases to generate for each rule (default: {DefaultGenerated})");
        var seed = NumberOption.Count("--seed", "Seed of the edge cases (default: 1)");
        var concurrency = NumberOption.Count("--concurrency", $"Requests in flight (default: {DefaultConcurrency})");
        var against = EnumOption.Of("--against", "What to compare the policy with; 'policy' is a control run that must find nothing", RuleOutlet.Webhook);
        var measure = new Option<bool>("--measure") { Description = "Measure too what rules add to a request: no rule, policy, webhook, both; several numbers of rules and of requests in flight" };
        var requests = NumberOption.Count("--requests", "Requests of each kind in each of three rounds, for --measure (default: 200)");
        var counts = new Option<int[]>("--rule-count") { Description = "A number of rules in force for --measure; may be repeated (default: 1, 10, 50, 200)", HelpName = "N" };
        counts.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int[]>().Any(count => count < 1))
            {
                result.AddError("--rule-count: use whole numbers from 1");
            }
        });
        var all = new Option<bool>("--drills") { Description = "Break things too, outlet by outlet, and tell what users see meanwhile; with --local only" };
        var some = new Option<string[]>("--drill") { Description = $"Do this drill only; may be repeated: {string.Join(", ", Drill.All.Select(drill => drill.Name))}", HelpName = "NAME" };
        some.AcceptOnlyFromAmong([.. Drill.All.Select(drill => drill.Name)]);
        var page = new Option<string?>("--html") { Description = "Write the report as a page too", HelpName = "FILE" };
        var command = new Command("compare", "Send the same requests through a rule's policy and its webhook on real apiservers, and tell every difference in verdict, message, warnings, object")
        {
            local, servers, objects, live, generated, seed, concurrency, against, measure, requests, counts, all, some, page, output,
        };
        command.Validators.Add(result =>
        {
            if ((result.GetValue(all) || result.GetValue(some) is { Length: > 0 }) && !result.GetValue(local))
            {
                result.AddError("--drills: apiservers and webhooks get broken; add --local, which starts some for it");
            }
        });
        rules.AddTo(command);
        cluster.AddTo(command);
        return command.WithExamples(
            "daytwo rules compare --local -f config/rules/no_latest_tag.yaml --generate 10000 --measure --html report.html",
            "daytwo rules compare --local -f config/rules/no_latest_tag.yaml --generate 100 --drills --html report.html",
            "daytwo rules compare no-latest-tag --live 5000 --apiserver https://10.0.0.11:6443 --apiserver https://10.0.0.12:6443",
            "daytwo rules compare --local -f rules/ --objects manifests/ -o json")
            .Runs(around, async (parsed, ct) =>
            {
                var options = new ComparisonOptions
                {
                    Generated = parsed.GetValue(generated) ?? DefaultGenerated,
                    Seed = parsed.GetValue(seed) ?? 1,
                    Live = parsed.GetValue(live) ?? 0,
                    Concurrency = parsed.GetValue(concurrency) ?? DefaultConcurrency,
                    Against = parsed.GetValue(against),
                    MayStore = parsed.GetValue(local),
                };
                var standard = new MeasuringOptions();
                var measuring = parsed.GetValue(measure) ? standard with { Requests = parsed.GetValue(requests) ?? standard.Requests, RuleCounts = parsed.GetValue(counts) is { Length: > 0 } given ? given : standard.RuleCounts } : null;
                var drills = Drill.All.Where(drill => parsed.GetValue(all) || (parsed.GetValue(some) ?? []).Contains(drill.Name)).ToList();
                try
                {
                    options = options with { Given = [.. ObjectFiles.Read(parsed.GetValue(objects) ?? [])] };
                    await using var place = parsed.GetValue(local)
                        ? await ComparisonPlace.Local(around, ct)
                        : ComparisonPlace.Of(cluster.Connection(parsed, around.Time), parsed.GetValue(servers) ?? [], around.Time);
                    var set = await rules.Read(parsed, () => place.Client, ct);
                    return await new CompareRun(around, place, options, measuring, drills, parsed.GetValue(page), parsed.GetValue(output)).Run(set, ct);
                }
                catch (Exception e) when (e is ProofException or LocalClusterException)
                {
                    throw new CliException(e.Message, inner: e);
                }
            });
    }
}
