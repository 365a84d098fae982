using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Proof.Judging;

namespace Daytwo.Proof.Suites;

/// <summary>Reads a case of a suite; what is left out follows from the object.</summary>
internal static class CaseReader
{
    private static readonly string[] Known = ["name", "rule", "object", "oldObject", "operation", "resource", "subresource", "user", "groups", "namespace", "params", "expect", "message", "result"];

    /// <param name="where">File and number, for messages.</param>
    /// <exception cref="ProofException">A member is unknown, missing or of a wrong kind.</exception>
    public static SuiteCase Read(JsonNode? node, string where)
    {
        if (node is not JsonObject json)
        {
            throw new ProofException($"{where}: a case is a map with object and expect");
        }

        if (json.Select(member => member.Key).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            throw new ProofException($"{where}: '{unknown}' is no member of a case; known are {string.Join(", ", Known)}");
        }

        var (value, old) = (json["object"] as JsonObject, json["oldObject"] as JsonObject);
        var subject = value ?? old ?? throw new ProofException($"{where}: give object, oldObject or both");
        if (!Enum.TryParse<Expectation>(json.Text("expect"), ignoreCase: true, out var expect))
        {
            throw new ProofException($"{where}: expect is '{json.Text("expect")}'; write allow, deny or warn");
        }

        var ns = json["namespace"] is JsonObject labelled ? labelled.Text("name") ?? "default" : subject.Text("metadata", "namespace") ?? json.Text("namespace") ?? "default";
        var maps = (json["params"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return new SuiteCase(
            json.Text("name") ?? where, json.Text("rule"), expect, json.Text("message"), json["result"] as JsonObject,
            Request(json, value, old, subject, ns, where), value, new GivenCluster([GuessedResource.Namespace(ns, json.At("namespace", "labels") as JsonObject)], maps));
    }

    private static AdmissionRequest Request(JsonObject json, JsonObject? value, JsonObject? old, JsonObject subject, string ns, string where)
    {
        var apiVersion = (subject.Text("apiVersion") ?? throw new ProofException($"{where}: the object has no apiVersion")).Split('/');
        var kind = subject.Text("kind") ?? throw new ProofException($"{where}: the object has no kind");
        var (group, version) = apiVersion is [var g, var v] ? (g, v) : ("", apiVersion[0]);
        var operation = json.Text("operation") is { } named
            ? OperationNames.Parse(named) ?? throw new ProofException($"{where}: operation is '{named}'; write CREATE, UPDATE, DELETE or CONNECT")
            : value is null ? AdmissionOperation.Delete : old is null ? AdmissionOperation.Create : AdmissionOperation.Update;
        return new AdmissionRequest
        {
            Kind = new(group, version, kind),
            Resource = new(group, version, json.Text("resource") ?? GuessedResource.Plural(kind)),
            Subresource = json.Text("subresource") ?? "",
            Name = subject.Text("metadata", "name") ?? "",
            Namespace = kind == "Namespace" ? subject.Text("metadata", "name") ?? "" : ns,
            Operation = operation,
            User = new(json.Text("user") ?? "test") { Groups = [.. (json["groups"] as JsonArray ?? []).Select(item => (string)item!)] },
            Object = GivenCluster.Value(value),
            OldObject = GivenCluster.Value(old),
        };
    }
}
