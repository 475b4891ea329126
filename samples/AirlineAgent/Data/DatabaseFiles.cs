using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AirlineAgent.Domain;

namespace AirlineAgent.Data;

/// <summary>A database as a folder: <c>flights.json</c>, <c>reservations.json</c> and <c>users.json</c>, each an object keyed by id.</summary>
public static class DatabaseFiles
{
    /// <exception cref="IOException">A file is missing or can't be read.</exception>
    /// <exception cref="InvalidDataException">A file doesn't hold what its name says.</exception>
    public static AirlineDatabase Load(string folder) => new(
        Read(folder, "flights.json", AirlineJson.Default.DictionaryStringFlight),
        Read(folder, "reservations.json", AirlineJson.Default.DictionaryStringReservation),
        Read(folder, "users.json", AirlineJson.Default.DictionaryStringUser));

    /// <summary>SHA-256 over the whole content, in hexadecimal: equal databases have equal fingerprints.</summary>
    public static string Fingerprint(AirlineDatabase database)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new(database.Flights), AirlineJson.Default.DictionaryStringFlight));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new(database.Reservations), AirlineJson.Default.DictionaryStringReservation));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new(database.Users), AirlineJson.Default.DictionaryStringUser));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static T Read<T>(string folder, string name, JsonTypeInfo<T> type)
    {
        var path = Path.Combine(folder, name);
        using var file = File.OpenRead(path);
        try
        {
            return JsonSerializer.Deserialize(file, type) ?? throw new InvalidDataException($"{path} holds null instead of an object.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} can't be read: {exception.Message}", exception);
        }
    }
}
