using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>
/// Types of the framework with a <c>GetHashCode</c> of their own whose values had another hash code in another process, or after
/// other hash codes were asked for. Measured on .NET 10; docs/rules/REEN2007.md has the whole table.
/// </summary>
internal static class MeasuredHashCodes
{
    private static readonly HashSet<string> Unstable = new(StringComparer.Ordinal)
    {
        "System.String", "System.Uri", "System.Range", "System.Int128", "System.UInt128", "System.ArraySegment",
        "System.ValueTuple", "System.Memory", "System.ReadOnlyMemory",
        "System.TimeZoneInfo", "System.Attribute", "System.Type", "System.Delegate", "System.MulticastDelegate", "System.RuntimeTypeHandle",
        "System.RuntimeMethodHandle", "System.RuntimeFieldHandle", "System.HashCode",
        "System.Reflection.MemberInfo", "System.Reflection.MethodBase", "System.Reflection.MethodInfo", "System.Reflection.ConstructorInfo",
        "System.Reflection.FieldInfo", "System.Reflection.PropertyInfo", "System.Reflection.EventInfo", "System.Reflection.ParameterInfo",
        "System.Reflection.Assembly", "System.Reflection.Module", "System.Threading.CancellationToken",
        "System.Collections.Immutable.ImmutableArray",
        "System.Globalization.CultureInfo", "System.Globalization.CompareInfo", "System.Globalization.TextInfo", "System.Globalization.RegionInfo",
        "System.Globalization.SortKey", "System.Text.Encoding", "System.Text.UTF8Encoding", "System.Text.Json.JsonEncodedText",
        "System.Numerics.BigInteger", "System.Numerics.Complex", "System.Numerics.Vector", "System.Numerics.Vector2", "System.Numerics.Vector3",
        "System.Numerics.Vector4", "System.Numerics.Quaternion", "System.Numerics.Plane", "System.Numerics.Matrix3x2", "System.Numerics.Matrix4x4",
        "System.Runtime.Intrinsics.Vector128", "System.Runtime.Intrinsics.Vector256",
        "System.Drawing.Color", "System.Drawing.Point", "System.Drawing.PointF", "System.Drawing.Size", "System.Drawing.SizeF",
        "System.Drawing.Rectangle", "System.Drawing.RectangleF",
        "System.Net.IPAddress", "System.Net.IPEndPoint", "System.Net.DnsEndPoint", "System.Net.IPNetwork", "System.Net.Cookie",
        "System.Net.Mail.MailAddress", "System.Net.Http.HttpMethod", "System.Net.Http.Headers.MediaTypeHeaderValue",
        "System.Net.Http.Headers.EntityTagHeaderValue", "System.Security.Cryptography.HashAlgorithmName", "System.Runtime.InteropServices.OSPlatform",
        "System.Runtime.Versioning.FrameworkName", "System.Diagnostics.ActivityContext", "System.Diagnostics.ActivitySpanId",
        "System.Diagnostics.ActivityTraceId", "System.Xml.Linq.XName", "System.Xml.Linq.XNamespace", "System.Xml.XmlQualifiedName",
    };

    /// <summary>Whether the type's own hash code differs, whatever its type arguments.</summary>
    public static bool Differs(INamedTypeSymbol type) => Unstable.Contains(TypeNames.Namespace(type) + "." + type.Name);
}
