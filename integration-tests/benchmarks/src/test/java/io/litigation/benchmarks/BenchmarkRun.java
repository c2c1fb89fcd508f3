package io.litigation.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's own options, and prints a table after JMH's report. One that fails is an error. */
public final class BenchmarkRun {

    private BenchmarkRun() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        OptionsBuilder options = new OptionsBuilder();
        options.parent(new CommandLineOptions(args)).shouldFailOnError(true);
        System.out.println(BenchmarkTable.of(new Runner(options.build()).run()));
    }
}
