using Daytwo.Cel.Types;

namespace Daytwo.Cel.Admission;

/// <summary>What expressions of admission policies may name, as the apiserver declares it.</summary>
public static class AdmissionEnvironment
{
    private static readonly CelType StringList = CelType.List(CelType.String);
    private static readonly CelType StringMap = CelType.Map(CelType.String, CelType.String);

    /// <summary>The type of <c>request</c>: an AdmissionRequest without uid, object and oldObject.</summary>
    public static CelType Request { get; } = CelType.Struct("kubernetes.AdmissionRequest");

    /// <summary>The type of <c>namespaceObject</c>.</summary>
    public static CelType Namespace { get; } = CelType.Struct("kubernetes.Namespace");

    /// <summary>The object types that <see cref="Request"/> and <see cref="Namespace"/> consist of.</summary>
    public static IReadOnlyList<CelObjectType> ObjectTypes { get; } =
    [
        Fields("kubernetes.GroupVersionKind", ("group", CelType.String), ("version", CelType.String), ("kind", CelType.String)),
        Fields("kubernetes.GroupVersionResource", ("group", CelType.String), ("version", CelType.String), ("resource", CelType.String)),
        Fields(
            "kubernetes.UserInfo",
            ("username", CelType.String),
            ("uid", CelType.String),
            ("groups", StringList),
            ("extra", CelType.Map(CelType.String, StringList))),
        Fields(
            Request.Name,
            ("kind", CelType.Struct("kubernetes.GroupVersionKind")),
            ("resource", CelType.Struct("kubernetes.GroupVersionResource")),
            ("subResource", CelType.String),
            ("requestKind", CelType.Struct("kubernetes.GroupVersionKind")),
            ("requestResource", CelType.Struct("kubernetes.GroupVersionResource")),
            ("requestSubResource", CelType.String),
            ("name", CelType.String),
            ("namespace", CelType.String),
            ("operation", CelType.String),
            ("userInfo", CelType.Struct("kubernetes.UserInfo")),
            ("dryRun", CelType.Bool),
            ("options", CelType.Dyn)),
        Fields("kubernetes.NamespaceSpec", ("finalizers", StringList)),
        Fields(
            "kubernetes.NamespaceCondition",
            ("status", CelType.String),
            ("type", CelType.String),
            ("lastTransitionTime", CelType.Timestamp),
            ("message", CelType.String),
            ("reason", CelType.String)),
        Fields("kubernetes.NamespaceStatus", ("conditions", CelType.List(CelType.Struct("kubernetes.NamespaceCondition"))), ("phase", CelType.String)),
        Fields(
            "kubernetes.NamespaceMetadata",
            ("name", CelType.String),
            ("generateName", CelType.String),
            ("namespace", CelType.String),
            ("labels", StringMap),
            ("annotations", StringMap),
            ("UID", CelType.String),
            ("creationTimestamp", CelType.Timestamp),
            ("deletionGracePeriodSeconds", CelType.Int),
            ("deletionTimestamp", CelType.Timestamp),
            ("generation", CelType.Int),
            ("resourceVersion", CelType.String),
            ("finalizers", StringList)),
        Fields(
            Namespace.Name,
            ("metadata", CelType.Struct("kubernetes.NamespaceMetadata")),
            ("spec", CelType.Struct("kubernetes.NamespaceSpec")),
            ("status", CelType.Struct("kubernetes.NamespaceStatus"))),
    ];

    /// <summary>object, oldObject and params as dyn; request and namespaceObject typed.</summary>
    /// <param name="withParams">Whether params is declared: the policy has a paramKind.</param>
    public static CelEnvironment Create(CelDialect dialect = CelDialect.Kubernetes136, bool withParams = true)
    {
        var environment = CelEnvironment.Create(dialect)
            .With(ObjectTypes)
            .With(new("object", CelType.Dyn), new("oldObject", CelType.Dyn), new("namespaceObject", Namespace), new CelVariable("request", Request));
        return withParams ? environment.With(new CelVariable("params", CelType.Dyn)) : environment;
    }

    private static CelObjectType Fields(string name, params (string Name, CelType Type)[] fields) => new(name, fields.ToDictionary(f => f.Name, f => f.Type));
}
