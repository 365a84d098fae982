using System.Text.Json;
using Daytwo.Crds;

namespace Daytwo.Proof.Files;

/// <summary>Rules and exceptions out of files.</summary>
public static class RuleFiles
{
    /// <summary>Every AdmissionRule and RuleException; other objects are passed over.</summary>
    /// <exception cref="ProofException">A file cannot be read, a field has a wrong type, or a name stands twice.</exception>
    public static RuleSet Read(IEnumerable<string> paths)
    {
        var (rules, exceptions) = (new List<AdmissionRule>(), new List<RuleException>());
        foreach (var item in ObjectFiles.Read(paths).Where(item => item.Json.Text("apiVersion") == Kinds.ApiVersion))
        {
            try
            {
                switch (item.Json.Text("kind"))
                {
                    case "AdmissionRule":
                        rules.Add(item.Json.Deserialize(CrdsJson.Default.AdmissionRule)!);
                        break;
                    case "RuleException":
                        exceptions.Add(item.Json.Deserialize(CrdsJson.Default.RuleException)!);
                        break;
                }
            }
            catch (JsonException e)
            {
                throw new ProofException($"{item.File}: {item.Json.Text("kind")} {item.Json.Text("metadata", "name")}: {e.Path}: {e.Message}", e);
            }
        }

        if (rules.GroupBy(rule => rule.Metadata.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ProofException($"the AdmissionRule {twice.Key} stands twice in the files given: leave one out");
        }

        return new RuleSet(rules, exceptions);
    }
}
