using Microsoft.Extensions.DependencyInjection;
using Reenact.Shims;

namespace Reenact.Extensions.DependencyInjection;

/// <summary>
/// Registers a service twice: the decorator as the service, and what it decorates as a service that nobody else asks for, so that the
/// container makes it when it is needed, keeps it for its lifetime, and disposes of it.
/// </summary>
internal static class RecordedService<TService>
    where TService : class
{
    public static IServiceCollection Add(IServiceCollection services, ServiceDescriptor undecorated)
    {
        var decorate = Decorator();
        var (inner, decorated) = Split(undecorated, decorate);
        services.Add(inner);
        services.Add(decorated);
        return services;
    }

    public static IServiceCollection Decorate(IServiceCollection services)
    {
        var decorate = Decorator();
        var found = false;
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i].ServiceType != typeof(TService) || services[i].IsKeyedService && services[i].ServiceKey is UndecoratedKey)
            {
                continue;
            }

            found = true;
            var (inner, decorated) = Split(services[i], decorate);
            services[i] = decorated;
            services.Add(inner);
        }

        return found
            ? services
            : throw new InvalidOperationException($"{CodeName.Of(typeof(TService))} is not registered, so there is nothing to record. Call DecorateRecorded after what registers it, or AddRecorded instead.");
    }

    private static Func<InnerService<TService>, TService> Decorator() => RecordedInterfaces.Find<TService>()
        ?? throw MissingDecorator.Error(typeof(TService), $"RecordInterface<{CodeName.Of(typeof(TService))}>");

    private static (ServiceDescriptor Inner, ServiceDescriptor Decorated) Split(ServiceDescriptor undecorated, Func<InnerService<TService>, TService> decorate)
    {
        var inner = undecorated.IsKeyedService ? Keyed(undecorated) : Unkeyed(undecorated);
        TService Make(IServiceProvider services, object? key) =>
            decorate(new InnerService<TService>(() => (TService)services.GetRequiredKeyedService(inner.ServiceType, key), isOwned: false));

        var decorated = undecorated.IsKeyedService
            ? ServiceDescriptor.DescribeKeyed(
                typeof(TService),
                undecorated.ServiceKey,
                (services, key) => Make(services, inner.ServiceKey is UndecoratedKey own ? own : key),
                undecorated.Lifetime)
            : ServiceDescriptor.Describe(typeof(TService), services => Make(services, inner.ServiceKey), undecorated.Lifetime);
        return (inner, decorated);
    }

    private static ServiceDescriptor Unkeyed(ServiceDescriptor service)
    {
        var key = new UndecoratedKey();
        if (service.ImplementationType is { } type)
        {
            return ServiceDescriptor.DescribeKeyed(type, key, type, service.Lifetime);
        }

        return service.ImplementationFactory is { } make
            ? ServiceDescriptor.DescribeKeyed(typeof(TService), key, (services, _) => make(services), service.Lifetime)
            : new ServiceDescriptor(typeof(TService), key, service.ImplementationInstance!);
    }

    private static ServiceDescriptor Keyed(ServiceDescriptor service)
    {
        // Under the same key, which its constructor may ask for.
        if (service.KeyedImplementationType is { } type)
        {
            return ServiceDescriptor.DescribeKeyed(type, service.ServiceKey, type, service.Lifetime);
        }

        if (ReferenceEquals(service.ServiceKey, KeyedService.AnyKey))
        {
            throw new InvalidOperationException(
                $"{CodeName.Of(typeof(TService))} is registered under any key with a function or an instance, and can't be recorded so. Register it under each key, or with an implementation type.");
        }

        var (key, own) = (service.ServiceKey, new UndecoratedKey());
        return service.KeyedImplementationFactory is { } make
            ? ServiceDescriptor.DescribeKeyed(typeof(TService), own, (services, _) => make(services, key), service.Lifetime)
            : new ServiceDescriptor(typeof(TService), own, service.KeyedImplementationInstance!);
    }
}
