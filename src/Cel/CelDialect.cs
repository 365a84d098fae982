namespace Daytwo.Cel;

/// <summary>Which apiserver's language is spoken: syntax, libraries and costs follow the minor version.</summary>
public enum CelDialect
{
    /// <summary>kube-apiserver v1.36 (cel-go v0.26).</summary>
    Kubernetes136 = 36,

    /// <summary>kube-apiserver v1.37 (cel-go v0.29).</summary>
    Kubernetes137 = 37,
}
