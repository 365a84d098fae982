using System.Text.Json.Serialization;
using Daytwo.Crds.Admission.Status;
using Daytwo.Crds.Serialization;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Crds;

/// <summary>How the kinds become JSON and back, generated at compile time. Absent members are left out, never written as null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(GoDurationConverter), typeof(TimeConverter)])]
[JsonSerializable(typeof(EtcdBackup))]
[JsonSerializable(typeof(EtcdSnapshot))]
[JsonSerializable(typeof(EtcdBackupWrite))]
[JsonSerializable(typeof(EtcdSnapshotWrite))]
[JsonSerializable(typeof(AdmissionRule))]
[JsonSerializable(typeof(AdmissionRuleWrite))]
[JsonSerializable(typeof(RuleException))]
[JsonSerializable(typeof(RuleExceptionWrite))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, RuleTraffic>))]
public sealed partial class CrdsJson : JsonSerializerContext;
