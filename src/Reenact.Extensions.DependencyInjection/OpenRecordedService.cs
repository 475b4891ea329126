using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Reenact.Shims;

namespace Reenact.Extensions.DependencyInjection;

/// <summary>Registers open generic services, whose types the container closes itself.</summary>
internal static class OpenRecordedService
{
    public static IServiceCollection Add(
        IServiceCollection services,
        Type serviceType,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type implementationType,
        ServiceLifetime lifetime)
    {
        if (!CodeName.IsOpen(serviceType))
        {
            throw new ArgumentException($"{CodeName.Of(serviceType)} is no open generic interface. Call AddRecorded<TService, TImplementation>.", nameof(serviceType));
        }

        var decorator = RecordedInterfaces.FindOpen(serviceType)
            ?? throw MissingDecorator.Error(serviceType, $"RecordInterface(typeof({CodeName.Of(serviceType)}))");
        if (services.Any(each => each.ServiceType == serviceType && each.IsKeyedService && each.ServiceKey == UndecoratedKey.OfOpen))
        {
            throw new InvalidOperationException($"{CodeName.Of(serviceType)} is added as a recorded service already, and can be only once.");
        }

        services.Add(ServiceDescriptor.DescribeKeyed(serviceType, UndecoratedKey.OfOpen, implementationType, lifetime));
        services.Add(ServiceDescriptor.Describe(serviceType, decorator, lifetime));
        services.TryAdd(ServiceDescriptor.Transient(typeof(InnerService<>), typeof(Inner<>)));
        return services;
    }

    private sealed class Inner<T>(IServiceProvider services) : InnerService<T>(() => services.GetRequiredKeyedService<T>(UndecoratedKey.OfOpen), isOwned: false)
        where T : class;
}
