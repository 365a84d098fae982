using Daytwo.Admission.Requests;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Expressions;

/// <summary>What a policy's expressions read. Null where there is none.</summary>
/// <param name="Source">The request they belong to.</param>
/// <param name="Authorizer">Answers checks of the request's user; null where nothing can.</param>
internal readonly record struct PolicyInput(
    CelValue Object, CelValue OldObject, CelValue Request, CelValue Params, CelValue Namespace, AdmissionRequest Source, ICelAuthorizer? Authorizer);
