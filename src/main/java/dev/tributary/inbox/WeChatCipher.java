package dev.tributary.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads what WeChat encrypts with the EncodingAESKey: AES-256-CBC over 16 random bytes, the length of the message in four, the
 * message, and the AppID; filled up to a multiple of 32 by bytes that say how many they are.
 */
final class WeChatCipher {

    private static final int KEY = 32;
    private static final int IV = 16;
    private static final int RANDOM = 16;
    private static final int LENGTH = 4;
    private static final int BLOCK = 32;

    private final SecretKeySpec key;
    private final IvParameterSpec iv;
    private final byte[] appId;

    /** @throws IllegalArgumentException where it is no EncodingAESKey */
    WeChatCipher(String encodingKey, String appId) {
        byte[] bytes = Base64.getDecoder().decode(encodingKey + "=");
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("no EncodingAESKey");
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, IV);
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refused where it cannot be decrypted, or is addressed to somebody else */
    byte[] decrypt(String encrypted) {
        byte[] filled = decipher(encrypted);
        int fill = filled.length == 0 ? 0 : filled[filled.length - 1];
        int end = filled.length - fill;
        if (fill < 1 || fill > BLOCK || end < RANDOM + LENGTH) {
            throw new Refused();
        }
        int length = ByteBuffer.wrap(filled, RANDOM, LENGTH).getInt();
        int begin = RANDOM + LENGTH;
        if (length < 0 || length > end - begin) {
            throw new Refused();
        }
        if (!Arrays.equals(filled, begin + length, end, appId, 0, appId.length)) {
            throw new Refused();
        }
        return Arrays.copyOfRange(filled, begin, begin + length);
    }

    private byte[] decipher(String encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, iv);
            return cipher.doFinal(Base64.getDecoder().decode(encrypted));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new Refused();
        }
    }

    @Override
    public String toString() {
        return "AES-256-CBC";
    }
}
