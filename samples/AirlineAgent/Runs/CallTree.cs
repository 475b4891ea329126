using System.Text;
using Reenact;

namespace AirlineAgent.Runs;

/// <summary>Prints the calls of a recording, each below the one that made it.</summary>
internal static partial class CallTree
{
}
