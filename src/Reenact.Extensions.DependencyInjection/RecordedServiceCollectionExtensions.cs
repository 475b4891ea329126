using System.Diagnostics.CodeAnalysis;
using Reenact.Extensions.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers services whose calls are recorded and, on replay, served: the decorators that <c>[assembly: RecordInterface]</c> makes
/// the compiler emit, around implementations that the container makes when a call first runs. So none is made on replay.
/// The container disposes of the implementations it made, with the scope they belong to.
/// </summary>
public static class RecordedServiceCollectionExtensions
{
    /// <summary>Adds a recorded service.</summary>
    /// <typeparam name="TService">An interface that <c>[assembly: RecordInterface]</c> names.</typeparam>
    /// <typeparam name="TImplementation">What calls go to while they are recorded, and outside of sessions.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="lifetime">How long the service lives, and its implementation with it.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">No decorator was emitted for the interface.</exception>
    public static IServiceCollection AddRecorded<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : class
        where TImplementation : class, TService
    {
        ArgumentNullException.ThrowIfNull(services);
        return RecordedService<TService>.Add(services, ServiceDescriptor.Describe(typeof(TService), typeof(TImplementation), lifetime));
    }

    /// <summary>Adds a recorded service whose implementation a function makes.</summary>
    /// <typeparam name="TService">An interface that <c>[assembly: RecordInterface]</c> names.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="implementation">Makes what calls go to while they are recorded, and outside of sessions.</param>
    /// <param name="lifetime">How long the service lives, and its implementation with it.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">No decorator was emitted for the interface.</exception>
    public static IServiceCollection AddRecorded<TService>(
        this IServiceCollection services,
        Func<IServiceProvider, TService> implementation,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(implementation);
        return RecordedService<TService>.Add(services, ServiceDescriptor.Describe(typeof(TService), implementation, lifetime));
    }

    /// <summary>Adds a recorded service under a key.</summary>
    /// <typeparam name="TService">An interface that <c>[assembly: RecordInterface]</c> names.</typeparam>
    /// <typeparam name="TImplementation">
    /// What calls go to while they are recorded, and outside of sessions. It is registered under the key as a service of its own.
    /// </typeparam>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="lifetime">How long the service lives, and its implementation with it.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">No decorator was emitted for the interface.</exception>
    public static IServiceCollection AddKeyedRecorded<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services,
        object? serviceKey,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : class
        where TImplementation : class, TService
    {
        ArgumentNullException.ThrowIfNull(services);
        return RecordedService<TService>.Add(services, ServiceDescriptor.DescribeKeyed(typeof(TService), serviceKey, typeof(TImplementation), lifetime));
    }

    /// <summary>Adds a recorded service under a key, whose implementation a function makes.</summary>
    /// <typeparam name="TService">An interface that <c>[assembly: RecordInterface]</c> names.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key; not <see cref="KeyedService.AnyKey"/>.</param>
    /// <param name="implementation">Makes, for the key, what calls go to while they are recorded, and outside of sessions.</param>
    /// <param name="lifetime">How long the service lives, and its implementation with it.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">No decorator was emitted for the interface, or the key stands for any key.</exception>
    public static IServiceCollection AddKeyedRecorded<TService>(
        this IServiceCollection services,
        object? serviceKey,
        Func<IServiceProvider, object?, TService> implementation,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(implementation);
        return RecordedService<TService>.Add(services, ServiceDescriptor.DescribeKeyed(typeof(TService), serviceKey, implementation, lifetime));
    }

    /// <summary>
    /// Makes every registration of a service so far a recorded one, keyed ones too, with its lifetime. For services that other code
    /// registers. An instance that was registered as such exists already, also on replay, where nothing calls it.
    /// </summary>
    /// <typeparam name="TService">An interface that <c>[assembly: RecordInterface]</c> names.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">The service isn't registered, or no decorator was emitted for the interface.</exception>
    public static IServiceCollection DecorateRecorded<TService>(this IServiceCollection services)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(services);
        return RecordedService<TService>.Decorate(services);
    }

    /// <summary>Adds a recorded service of an open generic interface, once for each: <c>AddRecorded(typeof(IRepository&lt;&gt;), typeof(Repository&lt;&gt;))</c>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceType">An open generic interface that <c>[assembly: RecordInterface(typeof(IRepository&lt;&gt;))]</c> names.</param>
    /// <param name="implementationType">An open generic class that implements it: what calls go to while they are recorded, and outside of sessions.</param>
    /// <param name="lifetime">How long the service lives, and its implementation with it.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The interface is not an open generic one.</exception>
    /// <exception cref="InvalidOperationException">No decorator was emitted for the interface, or it was added already.</exception>
    public static IServiceCollection AddRecorded(
        this IServiceCollection services,
        Type serviceType,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type implementationType,
        ServiceLifetime lifetime = ServiceLifetime.Singleton)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(serviceType);
        ArgumentNullException.ThrowIfNull(implementationType);
        return OpenRecordedService.Add(services, serviceType, implementationType, lifetime);
    }
}
