package io.cdk8sflink.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A method that is hidden or lives elsewhere in some of the Flink versions. */
final class Reflected {

    private final Method method;

    private Reflected(Method method) {
        this.method = method;
        method.setAccessible(true);
    }

    static Reflected method(Class<?> owner, String name, Class<?>... parameters) {
        Reflected found = methodIfPresent(owner, name, parameters);
        if (found == null) {
            throw new NoSuchMethodError(owner.getName() + "." + name);
        }
        return found;
    }

    /** Null when this Flink has no such method. */
    static Reflected methodIfPresent(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return new Reflected(owner.getDeclaredMethod(name, parameters));
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** Calls the static method and throws what it throws, unwrapped. */
    Object call(Object... arguments) throws Exception {
        return callOn(null, arguments);
    }

    /** The same for the method of an object. */
    Object callOn(Object owner, Object... arguments) throws Exception {
        try {
            return method.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception refusal) {
                throw refusal;
            }
            throw (Error) e.getCause();
        }
    }
}
