using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Requests;
using Daytwo.Proof;
using Daytwo.Proof.Files;

namespace Daytwo.Cli.Rules;

/// <summary>The options that say which rules are meant: files, or those of the cluster.</summary>
internal sealed class RuleOptions
{
    private readonly Option<string[]> files = new("--filename", "-f")
    {
        Description = "File or folder of AdmissionRules and RuleExceptions; may be repeated (default: those of the cluster)",
        HelpName = "FILE",
    };

    private readonly Argument<string[]> names = new("RULE") { Description = "Names of rules (default: all)", Arity = ArgumentArity.ZeroOrMore };

    public void AddTo(Command command)
    {
        command.Arguments.Add(names);
        command.Options.Add(files);
    }

    public bool FromFiles(ParseResult parsed) => parsed.GetValue(files) is { Length: > 0 };

    /// <summary>The rules named.</summary>
    /// <exception cref="CliException">There is none of a name, or none at all.</exception>
    public async Task<RuleSet> Read(ParseResult parsed, Func<KubernetesClient> cluster, CancellationToken ct)
    {
        var all = FromFiles(parsed) ? OfFiles(parsed.GetValue(files)!) : await OfCluster(cluster(), ct);
        var wanted = parsed.GetValue(names) ?? [];
        if (Array.Find(wanted, name => all.Rules.All(rule => rule.Metadata.Name != name)) is { } missing)
        {
            var near = NearestWord.To(missing, all.Rules.Select(rule => rule.Metadata.Name));
            throw new CliException($"there is no AdmissionRule {missing}{(near is null ? "" : $"; did you mean {near}?")}", ExitCode.NotFound);
        }

        var rules = all.Rules.Where(rule => wanted.Length == 0 || wanted.Contains(rule.Metadata.Name)).ToList();
        return rules.Count > 0 ? all with { Rules = rules } : throw new CliException("there are no AdmissionRules: name files with -f", ExitCode.NotFound);
    }

    private static RuleSet OfFiles(string[] paths)
    {
        try
        {
            return RuleFiles.Read(paths);
        }
        catch (ProofException e)
        {
            throw new CliException($"--filename: {e.Message}", ExitCode.Usage, e);
        }
    }

    private static async Task<RuleSet> OfCluster(KubernetesClient client, CancellationToken ct) => new(
        (await client.List(Kinds.AdmissionRules, new ListRequest(), ct)).Required().Items,
        (await client.List(Kinds.RuleExceptions, new ListRequest(), ct)).Required().Items);
}
