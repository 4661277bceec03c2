package org.diestra.office.tables;

/**
 * One of the pages of a table, such as its fields: a bean of the module that keeps it.
 *
 * @param path below the table's own address; empty for its rows
 * @param key its name, in every language
 * @param icon the name of an icon of the house's set
 * @param order smaller stands further left
 */
public record TableTab(String path, String key, String icon, int order) {}
