namespace Daytwo.Crds.Tests.Config;

public sealed class RolesTests
{
    private static readonly IReadOnlyList<GrantedAccess> Granted = GrantedAccess.Read(Repository.File("config", "rbac"));

    private static IEnumerable<GrantedAccess> Operator => Granted.Where(access => access.Role.Contains("daytwo-operator", StringComparison.Ordinal));

    [Fact]
    public void No_role_has_a_wildcard() =>
        Assert.DoesNotContain(Granted, access => access.Verb == "*" || access.Group == "*" || access.Resource.Contains('*', StringComparison.Ordinal));

    [Fact]
    public void Secrets_are_only_gotten_one_by_one_in_the_own_namespace() =>
        Assert.All(Granted.Where(access => access.Resource == "secrets"), access => Assert.Equal(("daytwo-system", "get"), (access.Namespace, access.Verb)));

    [Fact]
    public void Nothing_but_own_kinds_policies_and_a_look_at_ConfigMaps_is_granted_cluster_wide() =>
        Assert.All(
            Granted.Where(access => access.Namespace is null && access.Group != Kinds.Group),
            access => Assert.True(
                (access.Group == "admissionregistration.k8s.io" && access.Resource.Contains("admissionpolic", StringComparison.Ordinal) && access.Role == "ClusterRole/daytwo-operator")
                || (access.Resource, access.Verb) == ("configmaps", "get"), access.ToString()));

    [Fact]
    public void Rules_are_written_by_nobody_whom_another_role_makes_an_editor()
    {
        Assert.Contains(Granted, access => access is { Role: "ClusterRole/daytwo-rule-editor", Resource: "admissionrules", Verb: "create" });
        Assert.DoesNotContain(Granted, access => access.Role != "ClusterRole/daytwo-rule-editor" && access.Resource is "admissionrules" or "ruleexceptions" && access.Role == "ClusterRole/daytwo-editor");
        Assert.DoesNotContain("aggregate", File.ReadAllText(Repository.File("config", "rbac", "rule_editor_cluster_role.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Operator_writes_neither_specs_nor_roles_nor_workloads()
    {
        string[] writing = ["create", "update", "patch", "delete", "deletecollection", "bind", "escalate", "impersonate"];

        var written = Operator.Where(access => writing.Contains(access.Verb)).Select(access => $"{access.Verb} {access.Resource}").Order(StringComparer.Ordinal);

        string[] policies = ["mutatingadmissionpolicies", "mutatingadmissionpolicybindings", "validatingadmissionpolicies", "validatingadmissionpolicybindings"];
        Assert.Equal(
            ((string[])["create etcdsnapshots", "create events", "create leases", "delete etcdsnapshots", "patch admissionrules/status", "patch etcdbackups", "patch etcdbackups/status", "patch etcdsnapshots/status",
                "patch events", "patch ruleexceptions/status", "update leases", .. from verb in new[] { "create", "delete", "patch", "update" } from policy in policies select $"{verb} {policy}"]).Order(StringComparer.Ordinal),
            written);
    }

    [Fact]
    public void Lease_is_changed_by_its_name_alone() =>
        Assert.All(Granted.Where(access => access.Resource == "leases" && access.Verb is not ("create" or "list" or "watch")), access => Assert.Equal("daytwo-operator", access.Name));

    [Fact]
    public void Every_binding_binds_a_role_of_this_folder_to_the_operator()
    {
        var bindings = GrantedAccess.Documents(Repository.File("config", "rbac")).Where(document => ((string)document["kind"]!).EndsWith("Binding", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, bindings.Count);
        Assert.All(bindings, binding =>
        {
            Assert.Contains(Granted, access => access.Role == $"{binding["roleRef"]!["kind"]}/{binding["roleRef"]!["name"]}");
            Assert.Equal("daytwo-system/daytwo", string.Join(' ', binding["subjects"]!.AsArray().Select(subject => $"{subject!["namespace"]}/{subject["name"]}")));
        });
    }
}
