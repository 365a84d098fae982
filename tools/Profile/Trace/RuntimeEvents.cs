using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Trace;

/// <summary>
/// The methods that a run used: those it looked up in the code compiled ahead, and those it compiled at run time. Events name methods and
/// types by numbers that other events explain.
/// </summary>
internal sealed class RuntimeEvents
{
    private const int BulkType = 15;
    private const int MethodDetails = 72;
    private const int MethodLoadVerbose = 143;
    private const int ModuleLoad = 152;
    private const int EntryPointLookup = 159;

    private readonly Dictionary<ulong, string> modules = [];
    private readonly Dictionary<ulong, RuntimeType> types = [];
    private readonly Dictionary<ulong, (ulong Type, int Token, ulong[] Arguments)> methods = [];
    private readonly HashSet<ulong> used = [];

    /// <summary>The assemblies that were loaded from files.</summary>
    public IEnumerable<string> Modules => modules.Values.Where(m => m.Length > 0);

    public static RuntimeEvents Read(ReadOnlySpan<byte> file)
    {
        var events = new RuntimeEvents();
        TraceFile.Read(file, events.On);
        return events;
    }

    /// <summary>Names the methods; those of types that have no name of their own, as what arrays bring along, are left out.</summary>
    public void AddTo(UsedCode code, ProgramAssemblies assemblies)
    {
        var names = new RuntimeTypeNames(modules, types, assemblies);
        foreach (var id in used)
        {
            if (methods.TryGetValue(id, out var method) && names.Of(method.Type) is { IsShape: false } type && names.Of(method.Arguments) is { } arguments)
            {
                code.Add(type, assemblies.Reader(type.Assembly).MethodName(method.Token), arguments);
            }
        }
    }

    private void On(int number, ReadOnlySpan<byte> payload)
    {
        var reader = new Payload(payload);
        switch (number)
        {
            case ModuleLoad:
                var module = reader.UInt64();
                reader.Bytes(16);
                modules[module] = Path.GetFileNameWithoutExtension(reader.Text());
                break;
            case BulkType:
                var count = reader.Int32();
                reader.Bytes(2);
                for (var i = 0; i < count; i++)
                {
                    var type = reader.UInt64();
                    types[type] = RuntimeType.Read(ref reader);
                }

                break;
            case MethodDetails:
                var (method, owner, token, arguments) = (reader.UInt64(), reader.UInt64(), reader.Int32(), reader.Int32());
                reader.Bytes(8);
                methods[method] = (owner, token, reader.UInt64s(arguments));
                break;
            case MethodLoadVerbose:
                var compiled = reader.UInt64();
                reader.Bytes(24);
                var generated = (reader.Int32() & 1) != 0;
                if (!generated)
                {
                    used.Add(compiled);
                }

                break;
            case EntryPointLookup:
                used.Add(reader.UInt64());
                break;
        }
    }
}
