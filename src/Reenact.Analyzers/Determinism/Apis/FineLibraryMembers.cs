namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>Members of well-known libraries that only describe or name something, though their types do input and output.</summary>
internal static class FineLibraryMembers
{
    public static ApiGroup Group { get; } = new(rule: null, "",
    [
        "M:Bogus.Randomizer.#ctor(System.Int32)",
        "M:Microsoft.Azure.Cosmos.CosmosClient.GetContainer",
        "M:Microsoft.Azure.Cosmos.CosmosClient.GetDatabase",
        "M:Microsoft.Azure.Cosmos.Database.GetContainer",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsNoTracking",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsNoTrackingWithIdentityResolution",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsTracking",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreAutoIncludes",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.Include",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.TagWith",
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ThenInclude",
        "M:Microsoft.Extensions.Configuration.IConfiguration.GetSection",
        "P:Microsoft.Extensions.Configuration.IConfigurationSection.Key",
        "P:Microsoft.Extensions.Configuration.IConfigurationSection.Path",
        "M:MongoDB.Driver.IMongoClient.GetDatabase",
        "M:MongoDB.Driver.IMongoCollectionExtensions.Aggregate",
        "M:MongoDB.Driver.IMongoCollectionExtensions.AsQueryable",
        "M:MongoDB.Driver.IMongoCollectionExtensions.Find",
        "M:MongoDB.Driver.IMongoDatabase.GetCollection",
        "M:StackExchange.Redis.IConnectionMultiplexer.GetDatabase",
        "M:StackExchange.Redis.IConnectionMultiplexer.GetSubscriber",
        "P:OpenAI.Assistants.AssistantClient.Endpoint",
        "P:OpenAI.Audio.AudioClient.Endpoint",
        "P:OpenAI.Audio.AudioClient.Model",
        "P:OpenAI.Chat.ChatClient.Endpoint",
        "P:OpenAI.Chat.ChatClient.Model",
        "P:OpenAI.Embeddings.EmbeddingClient.Endpoint",
        "P:OpenAI.Embeddings.EmbeddingClient.Model",
        "P:OpenAI.Files.OpenAIFileClient.Endpoint",
        "P:OpenAI.Images.ImageClient.Endpoint",
        "P:OpenAI.Images.ImageClient.Model",
        "P:OpenAI.Responses.ResponsesClient.Endpoint",
        "T:System.IO.Abstractions.IFileSystem",
        "T:System.IO.Abstractions.IPath",
    ]);
}
