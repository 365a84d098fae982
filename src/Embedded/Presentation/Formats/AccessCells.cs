using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of role bindings, certificate requests, admission policies and revisions.</summary>
internal static class AccessCells
{
    public static string Subjects(JsonObject binding, string kind) => string.Join(", ", binding.Items("subjects").Where(s => s.Text("kind") == kind)
        .Select(s => kind == "ServiceAccount" ? $"{s.Text("namespace")}/{s.Text("name")}" : s.Text("name")));

    public static string RequestCondition(JsonObject request)
    {
        var types = request.Child("status").Items("conditions").Select(c => c.Text("type")).ToList();
        var decided = types.Contains("Denied") ? "Denied" : types.Contains("Approved") ? "Approved" : "Pending";
        var failed = types.Contains("Failed") ? ",Failed" : "";
        return decided + failed + (request.Child("status").Text("certificate").Length > 0 ? ",Issued" : "");
    }

    public static string ParamKind(JsonObject policy) => policy.Child("spec").Child("paramKind") is { } kind
        ? $"{kind.Text("apiVersion")}/{kind.Text("kind")}" : "<unset>";

    public static string ParamRef(JsonObject binding)
    {
        var reference = binding.Child("spec").Child("paramRef");
        var name = reference.Text("name");
        return reference is null ? "<unset>" : name.Length == 0 ? "*"
            : reference.Text("namespace") is { Length: > 0 } ns ? $"{ns}/{name}" : name;
    }

    public static string Controller(JsonObject value)
    {
        var owner = value.Metadata().Items("ownerReferences").FirstOrDefault(o => o.Flag("controller"));
        if (owner is null)
        {
            return "<none>";
        }

        var apiVersion = owner.Text("apiVersion");
        var group = apiVersion.Contains('/', StringComparison.Ordinal) ? "." + apiVersion.Split('/')[0] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{owner.Text("kind").ToLowerInvariant()}{group}/{owner.Text("name")}");
    }
}
