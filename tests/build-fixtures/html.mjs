/** Builds fixtures/extract/html/<case>/: what a page shows, hides, declares and links to. */
import iconv from 'iconv-lite'
import { writeCases } from './write-cases.mjs'

const page = (body, head = '') =>
  `<!DOCTYPE html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n<title>关于开展检查的\n 通知</title>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`

const plain = {
  article: {
    'input.html': page(
      `<!-- 机密★10年 -->
<h1>临江市某某局<br>通知</h1>
<p>这是<b>粗体</b>、<i>斜体</i>和<span>文字</span>&nbsp;&#x673a;&amp;
   折行　结束</p>
<ul><li>一<li>二</ul>
<pre>第一行
  第二行</pre>
<p>机<ruby>密<rt>mì</rt></ruby>件</p>
<div>块内文字<div>内块</div>块后文字</div>
<p style="font-size:24pt">大字<font size="2">小字</font></p>`,
      '<meta name="ArticleTitle" content="检查通知"><meta name="viewport" content="width=device-width">',
    ),
  },
  tables: {
    'input.html': page(
      `<table><caption>登记表</caption>
<tr><th rowspan=2>密级</th><td colspan=2>机密</td><td>末</td></tr><tr><td>甲</td><td>乙</td></tr>
<tr><td>丙<table><tr><td>内表</td></tr></table></td><td>丁<br>戊</td></tr></table>
<table><tr><td>第二个表</td></tr></table>`,
    ),
  },
  forms: {
    'input.html': page(
      `<form><input type=hidden name=miji value="机密"><input name=q placeholder="请输入文号" value="旧值">
<input type=submit value="提交"><select><option>甲<option>乙</select><textarea>多行
文字</textarea><button title="按我">确定</button></form>`,
    ),
  },
  drawing: {
    'input.html': page(
      '<svg><title>图示</title><text x=1>图中字</text><g><text>秘密</text></g></svg><math><mi>甲</mi></math>',
    ),
  },
  frames: { 'input.html': page('<iframe srcdoc="<p>框内&lt;</p><!-- 框内说明 -->"></iframe><p>框外</p>') },
  shallow: { 'input.htm': '<p>没有头的片段<p>机密' },
  xhtml: {
    'input.xhtml':
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>题</title></head><body><p>正文<br/>次行</p></body></html>',
  },
}

const hidden = {
  hidden: {
    'input.html': page(
      `<p>看得见<span style="display:none">藏一</span>的<b hidden>藏二</b>字</p>
<div class="away">藏三</div><div id="far">藏四<p>藏五</p></div>
<div style="visibility:hidden">藏六<p style="visibility:visible">又看见</p></div>
<p style="opacity:0">藏七</p><p style="font-size:1px">藏八<span style="font-size:16px">又看见</span></p>
<p style="color:#fff">藏九</p><p style="color:white;background:#c00">红底白字看得见</p>
<p style="color:rgba(0,0,0,0)">藏十</p><p style="position:absolute;left:-9999px">藏十一</p>
<p style="text-indent:-9999px">藏十二</p><div style="height:0;overflow:hidden">藏十三</div>
<p class="none away-not">看得见</p><em class="mark none">藏十四</em>
<p aria-hidden="true">看得见</p><dialog>藏十五</dialog><details><summary>摘要</summary>展开可见</details>
<template><p>藏十六</p></template><noscript>有人看见</noscript>
<table bgcolor="#000000"><tr><td><font color="black">藏十七</font></td></tr></table>`,
      '<style>.away{display:none} #far{position:fixed;top:-2000px}\nem.mark.none{display:none} @media print{p{display:none}} /* .none{display:none} */</style>',
    ),
  },
  covered: {
    'input.html': page(
      `<p class="holder">盖住的字<b class="over"></b></p>
<div class="holder"><p style="position:absolute;left:10px;top:4px">盖住的行</p><p style="position:absolute;left:10px;top:90px">下面的行</p><i style="position:absolute;left:0;top:0;width:300px;height:40px;background-color:black"></i></div>`,
      '<style>.holder{position:relative} .over{position:absolute;left:0;top:0;width:100%;height:100%;background:#000}</style>',
    ),
  },
  'covered-clean': {
    'input.html': page(
      `<p class="holder"><b class="over"></b>垫在下面</p><p>没有定位<b class="over"></b></p>
<div class="holder">半透明<b class="over" style="background:rgba(0,0,0,.5)"></b></div>
<div class="holder">没有底色的链接<a class="over" style="background:none" href="#a"></a></div>
<div class="holder">没有打开的遮罩<b class="over" style="display:none"></b></div>
<div class="holder">框里有字<b class="over" style="color:#fff">看得见</b></div>
<div>载入提示<div style="position:fixed;left:0;top:0;width:100%;height:100%;background:#fff"></div></div>`,
      '<style>.holder{position:relative} .over{position:absolute;left:0;top:0;width:100%;height:100%;background:#000}</style>',
    ),
  },
  barred: {
    'input.html': page(
      `<p>联系人：<span style="background:#000;color:#000">北原县粮库三号仓</span></p>
<p style="background:#000">黑底黑字的一段</p><p style="color:#fff">白底白字的一段</p>
<p class="holder">盖住的一整行<b class="over"></b></p>
<p class="holder" style="height:300px">${'很长的一段文字整个被遮住，是载入时的遮罩而不是涂抹。'.repeat(6)}<b class="over"></b></p>
<div class="holder"><p style="position:absolute;left:10px;top:4px">盖住的行</p><i style="position:absolute;left:0;top:0;width:900px;height:400px;background-color:black"></i></div>`,
      '<style>.holder{position:relative} .over{position:absolute;left:0;top:0;width:100%;height:100%;background:#000}</style>',
    ),
  },
  'barred-clean': {
    'input.html': page(
      `<div class="top"><a style="color:#c00" href="#main">跳到主要内容</a><span style="color:#fff">红底白字</span></div>
<div class="banner"><h2 style="color:#fff">底色由层叠的选择器决定</h2></div>
<div style="position:absolute;left:0;bottom:0"><p style="color:#fff">图片说明，压在照片上</p></div>
<p class="holder">垫在下面<b class="over" style="z-index:-1"></b></p>
<p class="holder"><em style="position:relative;z-index:2">浮在上面</em><b class="over"></b></p>
<p style="color:var(--ink);background:#fff">颜色说不准</p>`,
      '<style>.top{background:#c00} body .banner{background:#036} .holder{position:relative} .over{position:absolute;left:0;top:0;width:100%;height:100%;background:#000}</style>',
    ),
  },
  furniture: {
    'input.html': page(
      `<nav style="visibility:hidden"><ul><li>首页<li>政务公开</ul></nav>
<a class="skip" style="position:absolute;left:-9999px" href="#main">跳到主要内容</a>
<h1 class="logo" style="text-indent:-9999px">青禾县人民政府门户网站</h1>
<span class="sr-only" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">当前位置</span>
<div class="leave" style="display:none">您访问的链接即将离开本网站，是否继续？</div>
<div style="position:absolute;opacity:0">鼠标移上才出现的说明文字</div>
<p class="wow fade" style="opacity:0">滚动到这里才淡入的文字</p>
<div role="tabpanel" style="opacity:0">第二个标签页的文字</div>
<textarea style="position:absolute;left:-9999px">复制用的文字</textarea>`,
    ),
  },
  'styled-elsewhere': {
    'input.html': page(
      '<div class="banner"><p style="color:#fff">底色由外部样式决定，不能断定</p></div><p style="color:#fff;background:#fff">藏</p>',
      '<link rel="stylesheet" href="site.css">',
    ),
  },
  comments: {
    'input.html': page(
      `<!-- 第一行说明
第二行：内部资料 -->
<!--[if IE]><p>只有<b>IE</b>看见</p><![endif]-->
<p>段落<!-- 段中 -->继续</p>
<!-- <div><p>机密★20年</p><img src="not-shown.png"></div> -->
<!-->空<!---->
<? 处理指令 ?>`,
    ),
  },
  scripts: {
    'input.html': page(
      `<a href="#" onclick="alert('内部资料，请勿外传')">点</a><p data-level="机密" class="x">文</p>
<img src="a.png" alt="红头文件扫描件" title="秘密">`,
      `<script>var a = "\\u673a\\u5bc6★20年", b = 1; // 注释
document.write('<p>内部资料</p><p>注意</p>');</script>
<script type="application/ld+json">{"headline":"秘密文件","n":1}</script>
<style>.a:before{content:"\\673a\\5bc6"} .b{color:red}</style>`,
    ),
    'a.png': 'a picture in name only',
  },
}

const links = {
  links: {
    'input.html': page(
      `<img src="pic.png" data-src="lazy.png" srcset="pic.png 1x, big.png 2x"><img src="pic.png">
<a href="附件1：名单.docx">附件1</a> <a href="gone/%E7%A7%98%E5%AF%86.pdf#page=2">丢失</a>
<a href="https://www.example.gov.cn/a/%C3%D8%C3%DC.doc?v=1">远程</a> <a href="//cdn.example.cn/b.pdf">远程二</a>
<a href="https://www.example.gov.cn/list/">别的网站</a> <a href="list.html">别的网页</a> <a href="mailto:a@example.cn">信</a>
<a href="javascript:window.open('c.xls')">脚本</a><a href="#" onclick="down('c.xls')">脚本二</a>
<iframe src="inner.html"></iframe><object data="o.pdf"></object><embed src="e.pdf"><video poster="p.jpg"><source src="v.mp4"></video>
<div style="background-image:url('bg.png')">底图</div><img src="{{ item.src }}"><img src=""><img src="https://www.example.cn/logo.png">
<img src="data:image/png;base64,iVBORw0KGgo="><a href="data:text/plain;charset=utf-8,%E6%9C%BA%E5%AF%86">数据</a>
<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext%3E%E6%9C%BA%E5%AF%86%3C/text%3E%3C/svg%3E">`,
    ),
    'pic.png': 'a',
    '附件1：名单.docx': 'b',
    'inner.html': '<p>框内页</p>',
    'bg.png': 'c',
  },
  'based-elsewhere': {
    'input.html': page(
      '<img src="a.png"><a href="/d/b.pdf">附件</a>',
      '<base href="https://www.example.gov.cn/x/">',
    ),
    'a.png': 'not the one meant',
  },
}

const letter = page('<p>机密★20年</p><p>关于辦理年度检查的通知</p>')
const encodings = {
  'gbk-declared': { 'input.html': iconv.encode(letter.replace('utf-8', 'gb2312'), 'gbk') },
  'gbk-undeclared': { 'input.html': iconv.encode(letter.replace('<meta charset="utf-8">', ''), 'gbk') },
  'utf-8-declared-as-gbk': { 'input.html': letter.replace('utf-8', 'gbk') },
  'gbk-declared-as-utf-8': { 'input.html': iconv.encode(letter, 'gbk') },
  'big5-declared': {
    'input.html': iconv.encode(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"></head><body><p>機密</p></body></html>',
      'big5',
    ),
  },
  'utf-16': { 'input.html': iconv.encode(letter, 'utf16le', { addBOM: true }) },
}

writeCases('html', { ...plain, ...hidden, ...links, ...encodings })
