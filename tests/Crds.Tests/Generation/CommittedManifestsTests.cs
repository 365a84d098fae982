using Daytwo.CrdGen;

namespace Daytwo.Crds.Tests.Generation;

public sealed class CommittedManifestsTests
{
    private const string Remedy = "run: dotnet run --project tools/CrdGen config/crd";

    [Fact]
    public void Committed_manifests_are_what_the_types_generate()
    {
        foreach (var (file, text) in CrdManifestGenerator.All())
        {
            var path = Repository.File("config", "crd", file);
            Assert.True(File.Exists(path), $"{path} is missing; {Remedy}");
            Assert.True(File.ReadAllText(path) == text, $"{path} differs from what the types generate; {Remedy}");
        }
    }

    [Fact]
    public void Config_crd_has_no_manifest_of_a_kind_that_is_gone()
    {
        var committed = Directory.GetFiles(Repository.File("config", "crd"), $"{Kinds.Group}_*.yaml").Select(Path.GetFileName);

        Assert.Equal(CrdManifestGenerator.All().Select(manifest => manifest.File), committed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Program_carries_the_committed_manifests()
    {
        Assert.Equal(["admissionrules.daytwo.dev", "etcdbackups.daytwo.dev", "etcdsnapshots.daytwo.dev", "ruleexceptions.daytwo.dev"], CrdManifests.All.Select(manifest => manifest.Name));
        foreach (var manifest in CrdManifests.All)
        {
            var plural = manifest.Name.Split('.')[0];
            Assert.Equal(File.ReadAllText(Repository.File("config", "crd", $"{Kinds.Group}_{plural}.yaml")), manifest.Yaml);
        }
    }
}
