namespace Daytwo.Admission.Requests;

/// <summary>Operations as rules and reviews name them.</summary>
public static class OperationNames
{
    public static string Of(AdmissionOperation operation) => operation switch
    {
        AdmissionOperation.Create => "CREATE",
        AdmissionOperation.Update => "UPDATE",
        AdmissionOperation.Delete => "DELETE",
        _ => "CONNECT",
    };

    /// <returns>Null when the name is none of the four.</returns>
    public static AdmissionOperation? Parse(string name) => name switch
    {
        "CREATE" => AdmissionOperation.Create,
        "UPDATE" => AdmissionOperation.Update,
        "DELETE" => AdmissionOperation.Delete,
        "CONNECT" => AdmissionOperation.Connect,
        _ => null,
    };
}
