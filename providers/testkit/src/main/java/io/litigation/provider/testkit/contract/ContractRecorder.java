package io.litigation.provider.testkit.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down which tests of a vendor's contract ran and passed. A test that is switched off, with its group or alone, or
 * given up within, is missing.
 */
final class ContractRecorder implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(ContractRecorder.class);

    /** What is known of a run. */
    private record Run(Set<String> passed, Set<String> failed, Set<String> plugins) {

        Run() {
            this(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }
    }

    /** Every test that a suite has, group and method. */
    static SortedSet<String> tests(Class<?> suite) {
        SortedSet<String> tests = new TreeSet<>();
        for (Class<?> group : ReflectionSupport.findNestedClasses(
                suite, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))) {
            AnnotationSupport.findAnnotatedMethods(group, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                    .forEach(method -> tests.add(name(group, method)));
        }
        return tests;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isSuite(context)) {
            context.getStore(NAMESPACE).put(Run.class, new Run());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Run run = run(context);
        String name = name(context.getRequiredTestClass(), context.getRequiredTestMethod());
        (context.getExecutionException().isEmpty() ? run.passed : run.failed).add(name);
        context.getRequiredTestInstances()
                .findInstance(VendorContract.class)
                .ifPresent(suite -> run.plugins.add(suite.plugin().getClass().getName()));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext invocationContext, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable e) {
            factory(context)
                    .ifPresent(factory -> run(factory)
                            .failed
                            .add(name(factory.getRequiredTestClass(), factory.getRequiredTestMethod())));
            throw e;
        }
    }

    /** The test that made a dynamic one. */
    private static Optional<ExtensionContext> factory(ExtensionContext dynamic) {
        Optional<ExtensionContext> context = Optional.of(dynamic);
        while (context.isPresent() && context.get().getTestMethod().isEmpty()) {
            context = context.get().getParent();
        }
        return context;
    }

    @Override
    public void afterAll(ExtensionContext context) throws URISyntaxException {
        if (!isSuite(context)) {
            return;
        }
        Run run = run(context);
        Class<?> suite = context.getRequiredTestClass();
        SortedSet<String> passed = new TreeSet<>(run.passed);
        passed.removeAll(run.failed);
        SortedSet<String> missing = tests(suite);
        missing.removeAll(passed);
        Path target = target(suite);
        for (String plugin : run.plugins) {
            new ContractRecord(plugin, suite.getName(), ContractRecord.fingerprint(target), passed, missing)
                    .write(target);
        }
    }

    private static Run run(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(Run.class, Run.class));
    }

    private static boolean isSuite(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() == null;
    }

    private static String name(Class<?> group, Method test) {
        return group.getSimpleName() + "." + test.getName();
    }

    /** The build folder of the module whose tests these are. */
    private static Path target(Class<?> suite) throws URISyntaxException {
        Path classes = Path.of(
                suite.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Objects.requireNonNull(classes.getParent());
    }
}
