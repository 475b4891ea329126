using Reenact.Files;

namespace Reenact.Testing.Recordings;

/// <summary>
/// Records a run into a temporary file beside the recording, which takes its place only when the run has ended without an
/// exception and is on disk.
/// </summary>
internal static class NewRecording
{
    /// <exception cref="RecordingException">The recording can't be written.</exception>
    public static async Task<T> RunAsync<T>(string path, Func<Task<T>> code, Outcome outcome, SessionInfo? info, RecordOptions options)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            var output = await RecordAsync(temporary, code, outcome, info, options).ConfigureAwait(false);
            PutInPlace(temporary, path);
            return output;
        }
        catch
        {
            Delete(temporary);
            Delete(temporary + ".tail");
            throw;
        }
    }

    private static async Task<T> RecordAsync<T>(string path, Func<Task<T>> code, Outcome outcome, SessionInfo? info, RecordOptions options)
    {
        var session = Session.Record(path, info, options);
        T output;
        try
        {
            output = await session.RunAsync(code).ConfigureAwait(false);
        }
        catch
        {
            await AbandonAsync(session).ConfigureAwait(false);
            throw;
        }

        Complete(session, outcome);
        await session.DisposeAsync().ConfigureAwait(false); // Seals it, which flushes it to disk.
        return output;
    }

    private static void Complete(SessionRecorder session, Outcome outcome)
    {
        try
        {
            session.Complete(outcome);
        }
        catch (InvalidOperationException)
        {
            // The code has said itself how its session ended.
        }
    }

    private static async Task AbandonAsync(SessionRecorder session)
    {
        try
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        catch (RecordingException)
        {
            // What the code threw is what fails the test; the file is deleted anyway.
        }
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{folder}: the folder for the recording can't be created ({exception.Message}). Check the path and its permissions.", exception);
        }
    }

    private static void PutInPlace(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
            FolderSync.Run(Path.GetDirectoryName(path)!); // So that a loss of power does not bring the old one back.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path}: the new recording can't take the place of the old one ({exception.Message}), which is as it was. Close what has it open, check its permissions, and run the test again.", exception);
        }
    }

    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What led here says more than a file left over.
        }
    }
}
