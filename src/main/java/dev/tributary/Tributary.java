package dev.tributary;

public final class Tributary {
    public static void main(String[] a) {
        System.out.println("hi");
    }
}
