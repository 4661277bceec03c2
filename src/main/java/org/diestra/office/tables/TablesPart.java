package org.diestra.office.tables;

/**
 * What else there is to do with a workspace's tables: a bean of the module that does it.
 *
 * @param path below the workspace's {@code data}
 * @param key its name, in every language
 * @param icon the name of an icon of the house's set
 */
public record TablesPart(String path, String key, String icon) {}
