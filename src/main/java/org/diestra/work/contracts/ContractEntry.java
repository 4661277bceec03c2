package org.diestra.work.contracts;

/**
 * One of the pages of a contract: a bean of the module that owns it.
 *
 * @param path below the contract's own address: {@code course}
 * @param key its words, in every language
 * @param icon the name of an icon of the house's set
 * @param order smaller stands further left
 */
public record ContractEntry(String path, String key, String icon, int order) {}
