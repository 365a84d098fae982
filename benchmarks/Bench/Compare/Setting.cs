using Daytwo.LocalCluster.Programs;

namespace Daytwo.Bench.Compare;

/// <summary>What comparisons run with.</summary>
/// <param name="Programs">Where real programs are found.</param>
/// <param name="Daytwo">The published program.</param>
/// <param name="Bench">The published benchmark program, with the bench controller in it.</param>
/// <param name="Runs">How many runs of each side.</param>
/// <param name="Say">Tells a person what is going on.</param>
internal sealed record Setting(ProgramCatalog Programs, string Daytwo, string Bench, int Runs, Action<string> Say)
{
    public FoundProgram Require(string name) =>
        Programs.Find(name) ?? throw new FileNotFoundException($"the comparison needs {name}; put it into a folder and name that in DAYTWO_ASSETS");
}
