using System.CommandLine;
using Daytwo.Backup;
using Daytwo.Backup.Catalog;
using Daytwo.Storage;

namespace Daytwo.Cli.Backups;

/// <summary>The snapshot a command is about: the one named, or the newest.</summary>
internal sealed class SnapshotArgument
{
    private readonly Argument<string?> id = new("id") { Description = "The snapshot (default: the newest)", Arity = ArgumentArity.ZeroOrOne };

    public void AddTo(Command command) => command.Arguments.Add(id);

    /// <exception cref="CliException">There is no such snapshot, or its manifest cannot be used.</exception>
    public async Task<InventoryEntry> Find(ParseResult parsed, IObjectStore store, EncryptionKey? key, CancellationToken ct)
    {
        if (parsed.GetValue(id) is not { } text)
        {
            return await Newest(store, key, ct);
        }

        if (!SnapshotId.TryParse(text, out var wanted))
        {
            throw new CliException($"'{text}' is no snapshot id; 'daytwo backup list' shows them", ExitCode.Usage);
        }

        var problems = new List<InventoryProblem>();
        return await InventoryReader.Find(store, wanted, key, problems, ct)
            ?? throw (problems.Count > 0
                ? new CliException($"{problems[0].Key}: {problems[0].Message}", ExitCode.VerificationFailed)
                : new CliException($"{store.Address} has no snapshot {wanted}; 'daytwo backup list' shows what it has", ExitCode.NotFound));
    }

    private static async Task<InventoryEntry> Newest(IObjectStore store, EncryptionKey? key, CancellationToken ct)
    {
        var inventory = await InventoryReader.Read(store, key, ct);
        return inventory.Snapshots.Count > 0
            ? inventory.Snapshots[0]
            : throw new CliException(
                $"{store.Address} holds no snapshot{(inventory.Problems.Count > 0 ? $" that can be used ({inventory.Problems[0].Key}: {inventory.Problems[0].Message})" : "")}", ExitCode.NotFound);
    }
}
