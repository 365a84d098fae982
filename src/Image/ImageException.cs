namespace Daytwo.Image;

/// <summary>The image cannot be made; the message says what is missing and what to do.</summary>
public sealed class ImageException(string message, Exception? inner = null) : Exception(message, inner);
