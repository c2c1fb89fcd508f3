package io.litigation.sandbox.world;

/**
 * A court; the courts are the world's only real thing.
 *
 * @param name full name
 * @param code as in case numbers, such as 沪0105
 * @param province as vendors write it
 */
public record Court(String name, String code, String province) {}
