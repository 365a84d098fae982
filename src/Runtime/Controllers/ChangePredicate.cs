using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Informers;

namespace Daytwo.Runtime.Controllers;

/// <summary>Whether a change is worth a reconcile.</summary>
public delegate bool ChangePredicate<T>(in Change<T> change) where T : class, IObject;
