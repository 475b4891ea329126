using Reenact;
using Reenact.Keys;

namespace RecordingWorker;

/// <summary>Records encrypted until somebody kills the process, and says of each call when it had returned.</summary>
public static class Secretary
{
    /// <summary>What nobody may read without the key: it is in all that is recorded.</summary>
    public const string Secret = "plainword";

    /// <summary>Whose key it is.</summary>
    public const string Tenant = Secret + "-tenant";

    /// <summary>Begins an encrypted recording, or goes on with one, and writes a byte for each call that has returned.</summary>
    /// <param name="path">The recording.</param>
    /// <param name="ring">The key ring's folder.</param>
    /// <param name="goesOn">Whether the recording is there already.</param>
    public static int Run(string path, string ring, bool goesOn)
    {
        var options = new RecordOptions { KeyStore = FileKeyRing.Open(ring) };
        var session = goesOn
            ? Session.Resume(path, options)
            : Session.Record(path, new SessionInfo { Tenant = Tenant, Agent = Secret + "-agent", Tags = new Dictionary<string, string> { ["about"] = Secret } }, options);
        var output = Console.OpenStandardOutput();
        var desk = new Desk();
        var random = new Random();
        while (true)
        {
            desk.Write(0, $"{Secret} {new string((char)('a' + random.Next(26)), random.Next(200_000 >> random.Next(9)))} {Secret}");
            session.Note(Secret, author: Secret);
            if (random.Next(20) == 0)
            {
                desk.Pay(0);
            }

            output.Write([0]);
        }
    }
}
