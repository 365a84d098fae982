using Daytwo.Crds.Admission;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Tests.Corpus;

public sealed class RuleWordsTests
{
    private static readonly RuleWords Words = RuleWords.Of(new AdmissionRuleSpec
    {
        Params = new RuleParams { Values = [new RuleParamValue { Name = "allowed", Value = new System.Text.Json.Nodes.JsonArray("registry.example.com/", "b") }] },
        Validations = [new RuleValidation { Expression = "object.spec.?type.orValue(\"ClusterIP\") != 'NodePort'", Message = "no" }],
    });

    [Fact]
    public void Fields_are_the_names_in_expressions() => Assert.Superset(new HashSet<string> { "spec", "type" }, Words.Names.ToHashSet());

    [Fact]
    public void Texts_are_those_of_parameters_and_expressions() => Assert.Equal(["registry.example.com/", "b", "ClusterIP", "NodePort"], Words.Texts);
}
